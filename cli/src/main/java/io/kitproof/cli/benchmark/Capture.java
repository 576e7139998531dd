package io.kitproof.cli.benchmark;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was captured of a flood.
 *
 * @param held bytes that had arrived when the log was asked for, after the busy time
 * @param asked when that was
 * @param bytes bytes in all
 * @param lineNanos the time stamp of each line
 * @param sent what the kit sent, when that is known
 * @param writtenNanos when each line had left the kit, when that is known
 */
record Capture(
    String name,
    Duration busy,
    long held,
    long asked,
    long bytes,
    long[] lineNanos,
    Optional<Long> sent,
    Optional<long[]> writtenNanos) {
  static Capture of(
      String name, Duration busy, long held, long asked, long bytes, List<Observation> seen) {
    long[] lines =
        seen.stream().filter(ConsoleLine.class::isInstance).mapToLong(Observation::nanos).toArray();
    return new Capture(name, busy, held, asked, bytes, lines, Optional.empty(), Optional.empty());
  }

  /** The same, and what the kit knows of its flood. */
  Capture withKit(long bytesSent, long[] written) {
    return new Capture(
        name, busy, held, asked, bytes, lineNanos, Optional.of(bytesSent), Optional.of(written));
  }

  private Optional<Long> lost() {
    return sent.map(all -> all - bytes);
  }

  /** False when it is known that something is missing. */
  boolean complete() {
    return lost().filter(n -> n != 0).isEmpty();
  }

  /** How far each stamp is from the moment its line was in the port's buffer. */
  private Optional<Spread> stampError() {
    return writtenNanos
        .filter(written -> written.length == lineNanos.length && written.length > 0)
        .map(
            written ->
                Spread.of(
                    IntStream.range(0, written.length)
                        .mapToLong(i -> Math.max(0, lineNanos[i] - written[i]))
                        .toArray()));
  }

  /** For people. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(Spread.heading(name));
    stampError().ifPresent(spread -> lines.add(spread.row("stamp after arrival of a line")));
    lines.add(count("lines", lineNanos.length));
    lines.add(count("bytes", bytes));
    lines.add(count("bytes held after " + busy.toMillis() + " ms", held));
    lost().ifPresent(n -> lines.add(count("bytes lost", n)));
    return lines;
  }

  private static String count(String name, long value) {
    return String.format(Locale.ROOT, "  %-32s %9d", name, value);
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", name);
    document.put("busy_ms", busy.toMillis());
    document.put("asked_ns", asked);
    document.put("bytes_held", held);
    document.put("bytes", bytes);
    document.put("lines", lineNanos.length);
    document.put("line_ns", lineNanos);
    lost().ifPresent(n -> document.put("bytes_lost", n));
    stampError().ifPresent(spread -> document.put("stamp_error", spread));
    return document;
  }
}
