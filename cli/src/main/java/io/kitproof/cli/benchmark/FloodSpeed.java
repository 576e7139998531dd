package io.kitproof.cli.benchmark;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How fast a played flood is; 0 baud is as fast as it is read. */
record FloodSpeed(int baud) implements ITypeConverter<FloodSpeed> {
  static final FloodSpeed FULL = new FloodSpeed(0);

  /** That of a kit's console. */
  static final FloodSpeed LINE = new FloodSpeed(115_200);

  @SuppressWarnings("unused") // picocli makes the converter
  FloodSpeed() {
    this(0);
  }

  @Override
  public FloodSpeed convert(String word) {
    return switch (word) {
      case "full" -> FULL;
      case "115200" -> LINE;
      default -> throw new TypeConversionException("should be full or 115200, not " + word);
    };
  }

  /** For a sentence. */
  String words() {
    return baud == 0 ? "full speed" : baud + " baud";
  }
}
