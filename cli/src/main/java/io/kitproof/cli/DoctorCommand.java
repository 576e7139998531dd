package io.kitproof.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.boards.RigException;
import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.lock.BenchLock;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.reports.ExitCode;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kitproof doctor}. */
@Command(
    name = "doctor",
    description = {
      "Asks every part of a bench whether it does its part: contacts are read back, sensors take a "
          + "sample, the cloud brings a message back. Presses no button and judges no kit.",
      "A bench that failed its health check in a run is refused until this command finds it well."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the bench is well; a mark it had is cleared",
      "2:wrong usage, or a bench file that can't be right; nothing was switched",
      "3:something is wrong with the bench"
    },
    footer = {"", "Example:", "  kitproof doctor --bench lab.yaml"})
final class DoctorCommand implements Callable<Integer> {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private final Screen screen;

  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description = "The bench. Default: virtual, which ships with Kitproof.")
  private String bench = "virtual";

  @Option(
      names = "--wait",
      paramLabel = "LIMIT",
      converter = DurationWord.class,
      description =
          "How long to wait for a bench of real parts that somebody else has or holds. Default: not "
              + "at all; exit code 3.")
  private Duration wait = Duration.ZERO;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "What to print. Default: text.")
  private OutputFormat format = OutputFormat.TEXT;

  DoctorCommand(Screen screen) {
    this.screen = screen;
  }

  /** Everything the command knows in the end; what it prints is a rendering of it. */
  private record Findings(String bench, List<RigException> wrong, Optional<Wedge> mark) {
    boolean well() {
      return wrong.isEmpty();
    }
  }

  @Override
  public Integer call() throws IOException {
    BenchFile file = BenchFile.load(bench);
    WedgeMarks marks = WedgeMarks.ofUser(System.getenv());
    screen.now("Examining " + Printable.line(file.bench()));
    Findings findings = new Findings(file.bench(), examine(file), marks.of(file.bench()));
    screen.quiet();
    if (findings.well() && findings.mark().isPresent()) {
      boolean unused = marks.clear(file.bench());
    }
    screen.out().print(format == OutputFormat.JSON ? json(findings) : text(findings));
    screen.out().flush();
    return findings.well() ? ExitCode.PASSED.code() : ExitCode.RIG.code();
  }

  private List<RigException> examine(BenchFile file) {
    try (BenchLock lock =
            BenchLocks.ofUser(System.getenv())
                .because("kitproof doctor")
                .waiting(wait, screen::done)
                .take(file);
        Bench open = Bench.open(file)) {
      return open.ailments();
    } catch (RigException doesNotOpen) {
      return List.of(doesNotOpen);
    }
  }

  private static String text(Findings findings) {
    StringBuilder out = new StringBuilder();
    for (RigException why : findings.wrong()) {
      out.append(Printable.lines(String.valueOf(why.getMessage()))).append("\n\n");
    }
    out.append("Bench ").append(Printable.line(findings.bench()));
    out.append(findings.well() ? " is well" : " is not fit to judge a kit");
    findings
        .mark()
        .ifPresent(
            mark ->
                out.append(
                        findings.well() ? "; its mark of " : "; it stays marked as wedged since ")
                    .append(mark.since())
                    .append(findings.well() ? " is cleared" : ""));
    return out.append(".\n").toString();
  }

  private static String json(Findings findings) throws IOException {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("bench", findings.bench());
    document.put("well", findings.well());
    var list = document.putArray("findings");
    for (RigException why : findings.wrong()) {
      list.addObject().put("part", why.part()).put("text", String.valueOf(why.getMessage()));
    }
    if (findings.mark().isPresent()) {
      Wedge mark = findings.mark().get();
      document
          .putObject("wedged")
          .put("since", mark.since().toString())
          .put("text", mark.text())
          .put("cleared", findings.well());
    } else {
      document.putNull("wedged");
    }
    return JSON.writeValueAsString(document) + "\n";
  }
}
