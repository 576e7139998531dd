package io.kitproof.boards.family;

import io.kitproof.boards.family.Mailboxes.Letter;
import io.kitproof.boards.wire.FirmataMessage;
import java.util.concurrent.BlockingQueue;

/** What an Arduino says unasked: the levels of its inputs, and that it has started anew. */
final class FirmataReports {
  private final Mailboxes<FirmataMessage> mailboxes = new Mailboxes<>();
  private boolean known;
  private boolean expected;
  private boolean restarted;

  BlockingQueue<Letter<FirmataMessage>> subscribe() {
    return mailboxes.subscribe();
  }

  void add(FirmataMessage message, long nanos) {
    mailboxes.post(message, nanos);
  }

  /** It told its name: the first time, because it was asked, or because it started anew. */
  synchronized void firmware() {
    restarted |= known && !expected;
    expected = false;
  }

  synchronized void expectFirmware() {
    expected = true;
  }

  /** From now on its name is no news. */
  synchronized void bootedIsKnown() {
    known = true;
  }

  synchronized boolean restarted() {
    return restarted;
  }
}
