package io.kitproof.cli;

import io.kitproof.cli.terminal.DurationWord;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.doctor.Doctor;
import io.kitproof.fixtures.doctor.Host;
import io.kitproof.fixtures.doctor.Proposal;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.lock.BenchLock;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.fixtures.state.StateFolder;
import io.kitproof.reports.ExitCode;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof doctor}. */
@Command(
    name = "doctor",
    description = {
      "Asks a bench and its host whether they are fit: ports (there, permitted, whose, names that "
          + "last, ModemManager), servers and power switches on the network, clock, certificates, disk, native libraries; then every part "
          + "whether it does its part: contacts are read back, sensors take a sample, the cloud "
          + "brings a message back and can be reached. Presses no button and judges no kit, unless "
          + "--thorough says so.",
      "A bench that failed its health check in a run is refused until this command finds it well."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the bench is well, warnings aside; a mark it had is cleared",
      "2:wrong usage, or a bench file that can't be right; nothing was switched",
      "3:something is wrong with the bench, or it is somebody else's now"
    },
    footer = {
      "",
      "Examples:",
      "  kitproof doctor --bench lab.yaml",
      "  kitproof doctor --bench lab.yaml --thorough      presses buttons, brings kits to their ready"
          + " lines, has lights lit",
      "  kitproof doctor --bench lab.yaml --cover         sensors, with your hand",
      "  kitproof doctor --discover >lab.yaml             a bench file to begin with",
      "",
      "JSON: {\"bench\", \"well\", \"findings\": [{\"check\", \"part\", \"state\": warning|wrong,"
          + " \"what\", \"why\", \"next\", \"text\"}], \"checks\": [the same, also what is ok],"
          + " \"wedged\": {\"since\", \"text\", \"cleared\"}|null}."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Screen screen;

  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description = "The bench. Default: virtual, which ships with Kitproof.")
  private String bench = "virtual";

  @Option(
      names = "--thorough",
      description =
          "Also presses each button once, cuts and gives power where a contact does, restarts kits that "
              + "are not ready, and turns light bulbs on "
              + "and off over the cloud.")
  private boolean thorough;

  @Option(
      names = "--cover",
      description = "Also has you cover and light the sensor of each LED; Enter goes on.")
  private boolean cover;

  @Option(
      names = "--discover",
      description =
          "Prints a bench file for what is plugged in instead, by what kernel and udev say of it; no "
              + "port is opened.")
  private boolean discover;

  @Option(
      names = "--wait",
      paramLabel = "LIMIT",
      converter = DurationWord.class,
      description =
          "How long to wait for a bench of real parts that somebody else has or holds. Default: not "
              + "at all; exit code 3.")
  private Duration wait = Duration.ZERO;

  @Mixin private final OutputFormat format = new OutputFormat();

  DoctorCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    if (discover) {
      if (thorough || cover) {
        throw new UsageException("--discover opens no port, so there is nothing to examine.");
      }
      screen.out().print(Proposal.of("lab", Host.here()));
      screen.out().flush();
      return ExitCode.PASSED.code();
    }
    BenchFile file = BenchFile.load(bench);
    WedgeMarks marks = WedgeMarks.ofUser(System.getenv());
    screen.now("Examining " + Printable.line(file.bench()));
    DoctorReport report = examine(file, marks);
    screen.quiet();
    screen.out().print(format.isJson() ? report.json() : report.text());
    screen.out().flush();
    return (report.well() ? ExitCode.PASSED : ExitCode.RIG).code();
  }

  private DoctorReport examine(BenchFile file, WedgeMarks marks) {
    try (BenchLock lock =
        BenchLocks.ofUser(System.getenv())
            .because("kitproof doctor")
            .waiting(wait, screen::done)
            .take(file)) {
      Doctor doctor =
          new Doctor(
              file,
              Host.here(),
              folders(),
              unpacked(),
              thorough,
              cover ? Optional.of(this::ask) : Optional.empty());
      DoctorReport report =
          new DoctorReport(file.bench(), doctor.examine(), marks.of(file.bench()));
      if (report.well()) {
        boolean unused = marks.clear(file.bench());
      }
      return report;
    }
  }

  private static Map<String, Path> folders() {
    return Map.of(
        "reports", Path.of("").toAbsolutePath(),
        "locks and history", StateFolder.ofUser(System.getenv()).path());
  }

  /** The launcher says where they lie. */
  private static boolean unpacked() {
    return System.getProperty("jSerialComm.library.path") != null;
  }

  private void ask(String deed) {
    screen.done(Printable.line(deed) + ", then press Enter.");
    InputStream in = System.in;
    try {
      int key = in.read();
      while (key >= 0 && key != '\n') {
        key = in.read();
      }
      if (key < 0) {
        throw new UsageException("--cover needs somebody at a terminal who presses Enter.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
