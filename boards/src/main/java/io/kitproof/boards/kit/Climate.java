package io.kitproof.boards.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the sensors of a kit's shield measure (kits.md section 4).
 *
 * @param temperature in degrees Celsius
 * @param humidity in percent
 * @param light in lux
 */
public record Climate(float temperature, float humidity, float light) {
  /** A room in which somebody works. */
  static final Climate ROOM = new Climate(22.5f, 45, 320);

  /** A value as C prints it, which rounds what lies in the middle to the even side. */
  static String digits(float value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }
}
