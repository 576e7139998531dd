package io.kitproof.boards.relay;

/** Is told of every move of a contact, on the thread that moved it, after it was verified. */
public interface RelayListener {
  /** A contact of this board was moved. */
  void switched(String board, Switched what);
}
