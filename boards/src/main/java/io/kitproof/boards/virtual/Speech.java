package io.kitproof.boards.virtual;

/** The language of a family of boards, from the board's side. */
interface Speech {
  /** The host sent this; cut anyhow, so a command may come in pieces or two at once. */
  void hear(byte[] bytes, Panel panel);

  /** A driver opened the port. */
  default void opened(Panel panel) {}

  /** An input has another level now; on whatever thread changed it. */
  default void inputChanged(int input, Panel panel) {}

  /** It lost its power: what it was told before is forgotten. */
  default void forget() {}
}
