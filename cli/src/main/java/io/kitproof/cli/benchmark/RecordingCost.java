package io.kitproof.cli.benchmark;

import io.kitproof.fixtures.timeline.Timeline;
import io.kitproof.reports.Recording;
import io.kitproof.reports.evidence.TimelineLines;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What it costs to put observations on the timeline at a steady rate, and to write its record at
 * the end.
 *
 * @param added observations put on the timeline
 * @param written lines of the record, less its first
 * @param cpuNanos of all threads while they were added; empty where the kernel does not tell
 * @param writingNanos until the record was written
 */
record RecordingCost(
    int rate, Duration time, int added, long written, Optional<Long> cpuNanos, long writingNanos) {
  private static final long TICK_NANOS = 1_000_000;

  /** Records at the rate for that long. */
  static RecordingCost measure(int rate, Duration time) {
    Timeline timeline = new Timeline();
    timeline.begin("A busy scenario");
    CpuTime before = CpuTime.ofAllThreads();
    int added = add(timeline, rate, time);
    long cpu = CpuTime.ofAllThreads().since(before);
    Optional<Long> told = before.nanosOfThread().isEmpty() ? Optional.empty() : Optional.of(cpu);
    long start = System.nanoTime();
    String lines = TimelineLines.of(Recording.of(timeline, Clock.systemUTC()));
    long took = System.nanoTime() - start;
    return new RecordingCost(rate, time, added, lines.lines().count() - 1, told, took);
  }

  /** A few every millisecond; what a late thread owes, it adds as soon as it runs again. */
  private static int add(Timeline timeline, int rate, Duration time) {
    long start = System.nanoTime();
    int all = Math.toIntExact(Math.round(rate * (time.toNanos() / 1e9)));
    int added = 0;
    while (added < all) {
      long now = System.nanoTime();
      long due = Math.min(all, Math.round((now - start) / 1e9 * rate));
      for (; added < due; added++) {
        timeline.add(BusyScenario.seen(added, System.nanoTime()));
      }
      LockSupport.parkNanos(timeline, TICK_NANOS);
    }
    return added;
  }

  private Optional<Double> percent() {
    return cpuNanos.map(cpu -> 100.0 * cpu / time.toNanos());
  }

  private long lost() {
    return added - written;
  }

  /** For people. */
  List<String> text() {
    String cpu = percent().map(p -> String.format(Locale.ROOT, "%9.2f %%", p)).orElse("unknown");
    return List.of(
        String.format(
            Locale.ROOT,
            "recording %d observations a second for %.1f s",
            rate,
            time.toMillis() / 1e3),
        String.format("  %-32s %s", "CPU, of one core", cpu),
        String.format(Locale.ROOT, "  %-32s %9d of %d", "lost", lost(), added),
        String.format(
            Locale.ROOT, "  %-32s %9.1f ms", "writing the record at the end", writingNanos / 1e6));
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("observations_per_second", rate);
    document.put("seconds", time.toMillis() / 1e3);
    document.put("added", added);
    document.put("lost", lost());
    percent().ifPresent(p -> document.put("cpu_percent_of_a_core", p));
    document.put("writing_ns", writingNanos);
    return document;
  }
}
