package io.kitproof.boards.kit;

/** Ends a firmware thread wherever it is: the kit was switched off or has stopped for good. */
final class PowerLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PowerLost() {
    super("the kit has no power", null, false, false);
  }
}
