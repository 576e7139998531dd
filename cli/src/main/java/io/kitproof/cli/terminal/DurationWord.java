package io.kitproof.cli.terminal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration as people write it: {@code 50ms}, {@code 1.5s}, {@code 2min}, {@code 8h}. */
public final class DurationWord implements ITypeConverter<Duration> {
  private static final int NANO_DIGITS = 9;
  private static final Pattern WORD = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s|min|h|d)");

  @Override
  public Duration convert(String word) {
    Matcher match = WORD.matcher(word);
    if (!match.matches()) {
      throw new TypeConversionException("should be a duration such as 50ms or 1.5s, not " + word);
    }
    Duration unit =
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "min" -> Duration.ofMinutes(1);
          case "h" -> Duration.ofHours(1);
          default -> Duration.ofDays(1);
        };
    BigDecimal seconds =
        new BigDecimal(match.group(1))
            .multiply(BigDecimal.valueOf(unit.toNanos()).movePointLeft(NANO_DIGITS));
    return Duration.ofSeconds(
        seconds.longValue(),
        seconds.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).longValue());
  }
}
