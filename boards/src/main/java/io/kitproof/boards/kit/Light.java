package io.kitproof.boards.kit;

import java.util.Locale;

/**
 * The shadow's two variables, the state of its LED and the state that was asked for last, with the
 * callback that picks the latter out of a delta (kits.md 1.3).
 */
final class Light {
  private static final String ON = "ON";
  private static final String OFF = "OFF";

  /** Only so many letters are compared, so that {@code statusX} is the key as well. */
  private static final String KEY = "status";

  /** The buffer takes 8 bytes, of which the source leaves one too many free. */
  private static final int LONGEST = 6;

  private final boolean keepsState;
  private final JsonParser parser = new JsonParser(this::value);
  private String state = OFF;
  private String requested = OFF;

  /** Off; {@code keepsState} is false where the author forgot to note a change. */
  Light(boolean keepsState) {
    this.keepsState = keepsState;
  }

  /** How documents and prints call it. */
  static String word(boolean on) {
    return on ? ON : OFF;
  }

  private void value(String name, String value) {
    if (name.startsWith(KEY) && !value.isEmpty() && value.length() <= LONGEST) {
      requested = value;
    }
  }

  /** Reads a delta; false when the parser makes nothing of it. */
  synchronized boolean read(byte[] delta) {
    return parser.parse(delta);
  }

  /** ON or OFF. */
  synchronized String state() {
    return state;
  }

  /** Whatever text the last delta had for it, one character a byte. */
  synchronized String requested() {
    return requested;
  }

  /** Whether the text asked for is another than the state, in whatever letters. */
  synchronized boolean otherRequested() {
    return !requested.toUpperCase(Locale.ROOT).equals(state);
  }

  /** Changes the state, and gives the new one; what was asked for before is settled by it. */
  synchronized boolean toggle() {
    boolean on = !state.equals(ON);
    if (keepsState) {
      state = word(on);
    }
    requested = state;
    return on;
  }
}
