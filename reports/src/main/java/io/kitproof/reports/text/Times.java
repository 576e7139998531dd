package io.kitproof.reports.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, whatever the machine's locale and zone. */
public final class Times {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss xxx", Locale.ROOT);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Times() {}

  /** A length of time, as {@code 31.2 ms}, {@code 2.10 s} or {@code 3 min 07 s}. */
  public static String length(Duration d) {
    if (d.compareTo(Duration.ofSeconds(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f ms", d.toNanos() / NANOS_PER_MILLI);
    }
    if (d.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.2f s", d.toNanos() / NANOS_PER_SECOND);
    }
    return String.format(Locale.ROOT, "%d min %02d s", d.toMinutes(), d.toSecondsPart());
  }

  /** Milliseconds to the microsecond, as {@code 31.250}. */
  public static String millis(Duration d) {
    return String.format(Locale.ROOT, "%.3f", d.toNanos() / NANOS_PER_MILLI);
  }

  /** Seconds since the epoch of a scenario to the tenth of a millisecond, as {@code 1.2345}. */
  public static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.4f", nanos / NANOS_PER_SECOND);
  }

  /** A time since a stimulus, as {@code +31.2 ms}. */
  public static String after(long nanos) {
    return String.format(Locale.ROOT, "%+.1f ms", nanos / NANOS_PER_MILLI);
  }

  /** A moment in a zone, as {@code 23 Nov 2026, 02:10:03 +01:00}. */
  public static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }
}
