package io.kitproof.boards.family;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Hands what a board says unasked to all who want to hear it. */
final class Mailboxes<T> {
  /** What was said, and when it had arrived. */
  record Letter<T>(T said, long nanos) {}

  private final List<BlockingQueue<Letter<T>>> all = new CopyOnWriteArrayList<>();

  /** Everything from now on; whoever takes it keeps up. */
  BlockingQueue<Letter<T>> subscribe() {
    BlockingQueue<Letter<T>> mailbox = new LinkedBlockingQueue<>();
    all.add(mailbox);
    return mailbox;
  }

  void post(T said, long nanos) {
    Letter<T> letter = new Letter<>(said, nanos);
    all.forEach(mailbox -> mailbox.add(letter));
  }
}
