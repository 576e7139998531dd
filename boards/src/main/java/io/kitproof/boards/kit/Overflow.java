package io.kitproof.boards.kit;

/** What becomes of a subscriber whose 10-byte buffer is sent more than it holds. */
public enum Overflow {
  /** The neighbouring bytes do not matter; the usual case. */
  IGNORE,
  /** They do: the kit stops dead until it is reset. */
  CRASH
}
