package io.kitproof.boards.virtual;

/** Is told when a {@link Net} changes its level. */
public interface EdgeListener {
  /**
   * The net went to this level at this {@link System#nanoTime()}; called on the thread that set it,
   * so be quick.
   */
  void edge(boolean high, long nanos);
}
