package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.NumatoNotices;

/** Takes notices out of what a module says; the rest is an answer. */
final class NumatoReceiver implements SerialLine.Receiver {
  private final NumatoNotices notices = new NumatoNotices();
  private final Inbox inbox;
  private final Mailboxes<Long> changes;

  NumatoReceiver(Inbox inbox, Mailboxes<Long> changes) {
    this.inbox = inbox;
    this.changes = changes;
  }

  @Override
  public void received(byte[] bytes, long nanos) {
    byte[] answer = notices.strip(bytes, changed -> changes.post(changed, nanos));
    if (answer.length > 0) {
      inbox.received(answer, nanos);
    }
  }

  @Override
  public void unplugged(RigException why) {
    inbox.unplugged(why);
  }
}
