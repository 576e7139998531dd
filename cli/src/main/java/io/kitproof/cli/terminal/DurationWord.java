package io.kitproof.cli.terminal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration as people write it: {@code 50ms}, {@code 1.5s}, {@code 2min}. */
public final class DurationWord implements ITypeConverter<Duration> {
  private static final Pattern WORD = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s|min)");

  @Override
  public Duration convert(String word) {
    Matcher match = WORD.matcher(word);
    if (!match.matches()) {
      throw new TypeConversionException("should be a duration such as 50ms or 1.5s, not " + word);
    }
    long unit =
        switch (match.group(2)) {
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          default -> 60_000_000_000L;
        };
    return Duration.ofNanos(
        new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
  }
}
