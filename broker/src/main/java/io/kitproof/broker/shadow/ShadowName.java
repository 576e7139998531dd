package io.kitproof.broker.shadow;

import java.util.Optional;

/**
 * Which shadow of which thing.
 *
 * @param shadow empty for the classic one
 */
record ShadowName(String thing, String shadow) {

  private static final int MAX_THING = 128;
  private static final int MAX_SHADOW = 64;

  /** Stands in no name, and sorts after everything that does. */
  private static final char BETWEEN = '~';

  /**
   * Names as HTTP gives them.
   *
   * @throws io.kitproof.broker.fault.AwsFault if one of them cannot be; AWS's own texts for it are
   *     unknown
   */
  static ShadowName of(String thing, Optional<String> shadow) {
    if (!isThing(thing)) {
      throw Faults.badRequest("Invalid thing name");
    }
    if (shadow.isPresent() && !isShadow(shadow.get())) {
      throw Faults.badRequest("Invalid shadow name");
    }
    return new ShadowName(thing, shadow.orElse(""));
  }

  /** The name in the store and in messages: {@code thing} or {@code thing~shadow}. */
  String key() {
    return shadow.isEmpty() ? thing : firstKey(thing) + shadow;
  }

  /** Where the keys of a thing's named shadows begin. */
  static String firstKey(String thing) {
    return thing + BETWEEN;
  }

  /** What the topics of the shadow begin with. */
  String topic() {
    String classic = "$aws/things/" + thing + "/shadow";
    return shadow.isEmpty() ? classic : classic + "/name/" + shadow;
  }

  /** Whether a thing can have this name: 1 to 128 of {@code [a-zA-Z0-9:_-]}. */
  static boolean isThing(String name) {
    return !name.isEmpty() && name.length() <= MAX_THING && all(name, false);
  }

  /** Whether a shadow can have this name: 1 to 64 of {@code [$a-zA-Z0-9:_-]}. */
  static boolean isShadow(String name) {
    return !name.isEmpty() && name.length() <= MAX_SHADOW && all(name, true);
  }

  private static boolean all(String name, boolean dollar) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != ':' && c != '_' && c != '-' && !(dollar && c == '$')) {
        return false;
      }
    }
    return true;
  }
}
