package io.kitproof.boards.kit;

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
}
