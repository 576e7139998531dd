package io.kitproof.cli.benchmark;

import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Button;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.benchfile.KitSpec;
import io.kitproof.fixtures.lock.BenchLock;
import io.kitproof.fixtures.lock.BenchLocks;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which button to press, and whose console to read. */
final class BenchChoice {
  @Option(
      names = "--bench",
      paramLabel = "FILE|NAME",
      description =
          "The bench whose kit is pressed; its console and relay may be any ports, also of another "
              + "program. Default: a relay board and a console played by this program.")
  private Optional<String> bench = Optional.empty();

  @Option(
      names = "--kit",
      paramLabel = "KIT",
      description = "The kit to press. Default: the first with a button.")
  private Optional<String> kit = Optional.empty();

  @Option(
      names = "--button",
      paramLabel = "BUTTON",
      description = "Its button. Default: the first of the kit.")
  private Optional<String> button = Optional.empty();

  /** True when no bench was named, and this program plays one itself. */
  boolean played() {
    return bench.isEmpty();
  }

  /** The bench file that was named, or that of the bench played. */
  BenchFile file(PlayedBench played) {
    return BenchFile.parse(played.benchFile(), "the bench played by this program");
  }

  /** The bench file that was named. */
  BenchFile file() {
    return BenchFile.load(bench.orElseThrow());
  }

  /** That bench, kept from others while it is measured. */
  BenchLock lock(BenchFile file) {
    return BenchLocks.ofUser(System.getenv()).because("kitproof benchmark").take(file);
  }

  /** The kit to press on an open bench. */
  Kit kit(Bench on) {
    return on.kit(kit.orElseGet(() -> firstWithButton(on.file()).name()));
  }

  /** The button to press on an open bench. */
  Button button(Bench on) {
    Kit chosen = kit(on);
    KitSpec spec = on.file().kits().get(chosen.name());
    return chosen.button(
        button.orElseGet(
            () ->
                spec == null || spec.buttons().isEmpty()
                    ? "MB1"
                    : spec.buttons().keySet().iterator().next()));
  }

  private static KitSpec firstWithButton(BenchFile file) {
    return file.kits().values().stream()
        .filter(spec -> !spec.buttons().isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "No kit of bench "
                        + file.bench()
                        + " has a button: wire one to a relay, as in buttons: {MB1: presses/0}."));
  }
}
