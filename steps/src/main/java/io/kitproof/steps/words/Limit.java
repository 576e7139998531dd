package io.kitproof.steps.words;

import io.kitproof.fixtures.Kit;
import java.time.Duration;

/**
 * A stretch of time in a sentence.
 *
 * @param ofItsOwn whether it runs on the kit's own clock, which is faster on a virtual kit
 */
public record Limit(Duration length, boolean ofItsOwn) {
  /** For what must have happened already: no longer than an observation takes to arrive. */
  static final Duration NOW = Duration.ofMillis(1);

  static Duration duration(String amount, String unit) {
    long many = Long.parseLong(amount);
    return switch (unit) {
      case "millisecond" -> Duration.ofMillis(many);
      case "second" -> Duration.ofSeconds(many);
      default -> Duration.ofMinutes(many);
    };
  }

  /** How long that is on everybody's clock. */
  Duration on(Kit kit) {
    return ofItsOwn ? kit.firmwareTime(length) : length;
  }
}
