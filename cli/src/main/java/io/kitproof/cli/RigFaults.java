package io.kitproof.cli;

import io.kitproof.cli.terminal.UsageException;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.RigFault;
import io.kitproof.fixtures.benchfile.BenchFile;
import java.util.Optional;

/** Reads {@code --rig-fault CODE}: how a virtual bench breaks. */
final class RigFaults {
  private RigFaults() {}

  /**
   * The options with the fault that the word asks for.
   *
   * @throws UsageException for a code there is none of, with the right ones, and for a bench with
   *     real parts
   */
  static BenchOptions on(BenchFile bench, Optional<String> word, BenchOptions options) {
    if (word.isEmpty()) {
      return options;
    }
    if (!bench.isVirtual()) {
      throw new UsageException(
          "Bench " + bench.bench() + " has real parts: only a virtual one breaks on request.");
    }
    try {
      return options.withFault(RigFault.of(word.get()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
