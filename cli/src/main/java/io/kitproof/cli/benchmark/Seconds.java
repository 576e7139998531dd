package io.kitproof.cli.benchmark;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of seconds above 0: {@code 3}, {@code 0.2}. */
final class Seconds implements ITypeConverter<Duration> {
  private static final Pattern WORD = Pattern.compile("\\d{1,5}(?:\\.\\d{1,3})?");
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  @Override
  public Duration convert(String word) {
    Duration time =
        WORD.matcher(word).matches()
            ? Duration.ofMillis(new BigDecimal(word).multiply(MILLIS).longValue())
            : Duration.ZERO;
    if (time.isZero()) {
      throw new TypeConversionException("should be seconds such as 3 or 0.2, not " + word);
    }
    return time;
  }
}
