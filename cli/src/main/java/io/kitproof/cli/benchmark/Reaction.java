package io.kitproof.cli.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was measured of a series of presses.
 *
 * @param hold how long each lasted
 * @param released when the write that released the relay returned
 * @param seen when the expectation returned
 * @param answered when the kit handed its answer to the port, when that is known
 * @param cpuNanos what the harness spent on all of them; 0 when the system does not tell
 */
record Reaction(
    Duration hold,
    long[] released,
    long[] seen,
    Optional<long[]> answered,
    long cpuNanos,
    Machine machine) {
  /** The same, and when the kit had its answer ready each time. */
  Reaction withKit(long[] answeredNanos) {
    return new Reaction(hold, released, seen, Optional.of(answeredNanos), cpuNanos, machine);
  }

  private Spread reaction() {
    return Spread.of(IntStream.range(0, seen.length).mapToLong(this::reaction).toArray());
  }

  private long reaction(int press) {
    return seen[press] - released[press];
  }

  private Optional<Spread> overhead() {
    return answered.map(
        ready ->
            Spread.of(
                IntStream.range(0, seen.length).mapToLong(i -> seen[i] - ready[i]).toArray()));
  }

  private double cpuMillisPerPress() {
    return cpuNanos / 1e6 / seen.length;
  }

  /** For people. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(Spread.heading(seen.length + " presses of " + hold.toNanos() / 1_000_000 + " ms"));
    overhead().ifPresent(spread -> lines.add(spread.row("overhead of the harness")));
    lines.add(reaction().row(answered.isPresent() ? "with the kit's own time" : "kit and harness"));
    lines.add(String.format(Locale.ROOT, "  %-32s %9.3f  ms", "CPU a press", cpuMillisPerPress()));
    if (answered.isEmpty()) {
      lines.add("How long the kit itself takes is not known here, and is in these figures.");
    }
    lines.add("on " + machine);
    return lines;
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    double millis = hold.toNanos() / 1e6;
    document.put("hold_ms", millis == Math.rint(millis) ? (Object) (long) millis : millis);
    document.put("released_ns", released);
    document.put("seen_ns", seen);
    answered.ifPresent(ready -> document.put("answered_ns", ready));
    document.put("reaction", reaction());
    overhead().ifPresent(spread -> document.put("overhead", spread));
    document.put("cpu_ms_per_press", cpuMillisPerPress());
    document.put("machine", machine);
    return document;
  }
}
