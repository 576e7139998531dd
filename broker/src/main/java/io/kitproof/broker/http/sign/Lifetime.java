package io.kitproof.broker.http.sign;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How long a signature is good: five minutes to either side of its time, in the words of AWS IoT's
 * data plane (a public capture of an answer of 171 bytes). A longer {@code X-Amz-Expires} does not
 * count there, as users of its WebSockets have found (aws-sdk-js 2254, aws-sdk-go 2304); whether a
 * shorter one does nobody says, and here it does.
 */
final class Lifetime {

  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Clock clock;

  Lifetime(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param time {@code yyyyMMdd'T'HHmmss'Z'}
   * @param expires seconds as text, empty if the request does not say
   * @throws io.kitproof.broker.fault.AwsFault if the time is none or too far away
   */
  void check(String time, String expires) {
    Instant signed = parse(time);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant latest = now.plus(TOLERANCE);
    Instant earliest = now.minus(TOLERANCE);
    if (signed.isAfter(latest)) {
      throw Faults.invalid(
          "Signature not yet current: "
              + time
              + " is still later than "
              + BASIC.format(latest)
              + " ("
              + BASIC.format(now)
              + " + 5 min.)");
    }
    if (signed.isBefore(earliest)) {
      throw Faults.invalid(
          "Signature expired: "
              + time
              + " is now earlier than "
              + BASIC.format(earliest)
              + " ("
              + BASIC.format(now)
              + " - 5 min.)");
    }
    Instant end = signed.plusSeconds(seconds(expires));
    if (end.isBefore(now)) {
      throw Faults.invalid(
          "Signature expired: " + BASIC.format(end) + " is now earlier than " + BASIC.format(now));
    }
  }

  private static Instant parse(String time) {
    try {
      return BASIC.parse(time, Instant::from);
    } catch (DateTimeException e) {
      throw Faults.incomplete(
          "Date must be in ISO-8601 'basic format'. Got '"
              + time
              + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
  }

  private static long seconds(String expires) {
    if (expires.isEmpty()) {
      return TOLERANCE.toSeconds();
    }
    if (!expires.matches("\\d{1,9}")) {
      throw Faults.incomplete("X-Amz-Expires must be a number of seconds. Got '" + expires + "'.");
    }
    return Long.parseLong(expires);
  }
}
