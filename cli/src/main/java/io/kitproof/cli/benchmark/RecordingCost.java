package io.kitproof.cli.benchmark;

import io.kitproof.fixtures.timeline.Observation;
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
import java.util.function.Consumer;

/**
 * What it costs to put observations on the timeline at a steady rate, and to write its record at
 * the end.
 *
 * @param added observations put on the timeline
 * @param written lines of the record, less its first
 * @param cpu of all threads, in percent of one core, while they were made up at that rate and
 *     added; empty where the kernel does not tell
 * @param madeUp the same while as many were made up, and thrown away
 * @param writingNanos until the record was written
 */
record RecordingCost(
    int rate,
    Duration time,
    int added,
    long written,
    Optional<Double> cpu,
    Optional<Double> madeUp,
    long writingNanos) {
  private static final long TICK_NANOS = 1_000_000;
  private static final int WARM_UP_SECONDS = 2;

  /** Records at the rate for that long. */
  static RecordingCost measure(int rate, Duration time) {
    // nothing is written before the measurement: compiling that would be counted in it
    paced(WARM_UP_SECONDS * rate, rate, o -> {});
    paced(WARM_UP_SECONDS * rate, rate, new Timeline()::add);
    Timeline timeline = new Timeline();
    timeline.begin("A busy scenario");
    int all = Math.toIntExact(Math.round(rate * (time.toNanos() / 1e9)));
    Optional<Double> madeUp = percent(time, () -> paced(all, rate, o -> {}));
    Optional<Double> cpu = percent(time, () -> paced(all, rate, timeline::add));
    long start = System.nanoTime();
    String lines = TimelineLines.of(Recording.of(timeline, Clock.systemUTC()));
    long took = System.nanoTime() - start;
    return new RecordingCost(rate, time, all, lines.lines().count() - 1, cpu, madeUp, took);
  }

  private static Optional<Double> percent(Duration time, Runnable deed) {
    CpuTime before = CpuTime.ofAllThreads();
    deed.run();
    long spent = CpuTime.ofAllThreads().since(before);
    boolean told = !before.nanosOfThread().isEmpty();
    return told ? Optional.of(100.0 * spent / time.toNanos()) : Optional.empty();
  }

  /** A few every millisecond; what a late thread owes, it gives as soon as it runs again. */
  private static void paced(int all, int rate, Consumer<Observation> taker) {
    long start = System.nanoTime();
    int given = 0;
    while (given < all) {
      long due = Math.min(all, Math.round((System.nanoTime() - start) / 1e9 * rate));
      for (; given < due; given++) {
        taker.accept(BusyScenario.seen(given, System.nanoTime()));
      }
      LockSupport.parkNanos(taker, TICK_NANOS);
    }
  }

  private long lost() {
    return added - written;
  }

  /** For people. */
  List<String> text() {
    return List.of(
        String.format(
            Locale.ROOT,
            "recording %d observations a second for %.1f s",
            rate,
            time.toMillis() / 1e3),
        row("CPU, of one core", cpu),
        row("the same, only made up", madeUp),
        String.format(Locale.ROOT, "  %-32s %9d of %d", "lost", lost(), added),
        String.format(
            Locale.ROOT, "  %-32s %9.1f ms", "writing the record at the end", writingNanos / 1e6));
  }

  private static String row(String name, Optional<Double> percent) {
    String value = percent.map(p -> String.format(Locale.ROOT, "%9.2f %%", p)).orElse("  unknown");
    return String.format(Locale.ROOT, "  %-32s %s", name, value);
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("observations_per_second", rate);
    document.put("seconds", time.toMillis() / 1e3);
    document.put("added", added);
    document.put("lost", lost());
    cpu.ifPresent(p -> document.put("cpu_percent_of_a_core", p));
    madeUp.ifPresent(p -> document.put("cpu_percent_to_make_them_up", p));
    document.put("writing_ns", writingNanos);
    return document;
  }
}
