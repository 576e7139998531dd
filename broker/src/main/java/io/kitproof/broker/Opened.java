package io.kitproof.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was opened, closed last first; a failure with one never keeps the next from its turn. */
final class Opened {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Closes everything after this failure, which takes what fails meanwhile along. */
  void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException alsoClosing) {
      failure.addSuppressed(alsoClosing);
    }
  }

  /** Throws the first failure at the end, the others suppressed. May be called twice. */
  synchronized void close() {
    @Nullable RuntimeException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        RuntimeException failure =
            e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
