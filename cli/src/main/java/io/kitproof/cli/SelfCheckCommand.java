package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.matrix.Matrix;
import io.kitproof.reports.matrix.MatrixFolder;
import io.kitproof.reports.matrix.MatrixText;
import io.kitproof.steps.selfcheck.SelfCheck;
import io.kitproof.steps.selfcheck.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kitproof self-check}. */
@Command(
    name = "self-check",
    description = {
      "Runs features with every mistake a kit can make, with every fault a bench can have, and with "
          + "nothing wrong, on many virtual benches at once.",
      "A mistake should make a scenario fail that names it; a fault of the bench should make none "
          + "fail. The report shows which scenario catches what."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything came out as it should",
      "1:a mistake survives or is taken for another, or somebody is accused wrongly",
      "2:wrong usage, or a bench that has real parts"
    },
    footer = {
      "",
      "Examples:",
      "  kitproof self-check                     what the course's features catch, in some minutes",
      "  kitproof self-check my-light.feature    what your own feature catches"
    })
final class SelfCheckCommand implements Callable<Integer> {
  private static final int MISSED = 1;

  private final Screen screen;

  @Parameters(
      paramLabel = "FEATURE",
      arity = "0..*",
      description =
          "An exercise's number (05), a feature's name, or the path of a file. Default: all that "
              + "come with Kitproof.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description = "The bench, all of it virtual. Default: virtual, which ships with Kitproof.")
  private String bench = "virtual";

  @Option(
      names = "--every",
      description =
          "Has each mistake meet every scenario, not only those tagged @needs-KIT with its kit.")
  private boolean every;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "How many benches are at work at once. Default: 8, which suits two cores.")
  private int atOnce = SelfCheck.AT_ONCE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the report goes. Default: a new folder under kitproof-reports in the working "
              + "directory.")
  private Optional<Path> out = Optional.empty();

  SelfCheckCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    UsageException.atLeastOne("--at-once", atOnce);
    BenchFile file = BenchFile.load(bench);
    if (!file.isVirtual()) {
      throw new UsageException(
          "Bench " + file.bench() + " has real parts: only virtual kits make mistakes on request.");
    }
    Matrix matrix = new SelfCheck(file, new Trials(features, every), atOnce).run(screen::done);
    Path folder = OutFolder.chosen(out);
    Path page = MatrixFolder.write(matrix, folder, ZoneId.systemDefault());
    screen.out().print(MatrixText.of(matrix));
    screen.out().println("\nReport: " + page);
    screen.out().flush();
    return matrix.complaints().isEmpty() ? 0 : MISSED;
  }
}
