package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.state.CiJob;
import io.kitproof.fixtures.state.StateFolder;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.history.Ledger;
import io.kitproof.reports.quarantine.Quarantine;
import io.kitproof.reports.run.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What counts of a run, and where it is kept: its report, and the history. */
final class RunKeeping {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the report goes. Default: a new folder under kitproof-reports in the working "
              + "directory.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--report-url",
      paramLabel = "URL",
      description =
          "Where the report's folder will be on the web; summary.md links there. Default: it has no "
              + "links.")
  private Optional<String> reportUrl = Optional.empty();

  @Option(
      names = "--quarantine",
      paramLabel = "FILE",
      description =
          "Scenarios that run and decide nothing: a list of scenario, owner, until, why. Default: "
              + "quarantine.yaml beside the bench file, if it is there.")
  private Optional<Path> quarantine = Optional.empty();

  /** What decides nothing today; what does so again is told. */
  Quarantine quarantine(String bench, Screen screen) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Quarantine aside =
        quarantine
            .map(file -> Quarantine.load(file, today))
            .orElseGet(() -> Quarantine.beside(bench, today));
    aside.ended().forEach(screen::done);
    return aside;
  }

  /** Refuses what would be in the way when the run has ended. */
  void prepare() {
    out.ifPresent(RunKeeping::make);
    reportUrl.ifPresent(RunKeeping::refuseUnlessFolder);
  }

  /**
   * Keeps a run.
   *
   * @param staged whether something was wrong on purpose
   * @return the page of its report
   */
  Path keep(RunRecord run, BenchFile bench, boolean staged, Screen screen) throws IOException {
    Ledger.in(StateFolder.ofUser(System.getenv()))
        .append(run, bench, CiJob.of(System.getenv()), staged)
        .ifPresent(screen::done);
    Path folder = OutFolder.chosen(out);
    return ReportFolder.write(run, folder, ZoneId.systemDefault(), reportUrl);
  }

  private static void refuseUnlessFolder(String url) {
    if (!url.matches("https?://[^\\s()<>\\[\\]]+/")) {
      throw new UsageException(
          "--report-url should be the URL of a folder, such as https://ci.lab/job/7/report/, not "
              + url
              + ".");
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException("No report can be written to " + folder + ": " + e + ".");
    }
  }
}
