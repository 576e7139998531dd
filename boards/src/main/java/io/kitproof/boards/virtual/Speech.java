package io.kitproof.boards.virtual;

/** The language of a family of boards, from the board's side. */
interface Speech {
  /** The host sent this; cut anyhow, so a command may come in pieces or two at once. */
  void hear(byte[] bytes, Panel panel);
}
