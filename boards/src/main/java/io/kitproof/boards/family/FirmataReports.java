package io.kitproof.boards.family;

import io.kitproof.boards.wire.FirmataMessage;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** What an Arduino says unasked: the levels of its inputs, and that it has started anew. */
final class FirmataReports {
  /** A report with the time of its arrival. */
  record Report(FirmataMessage message, long nanos) {}

  private final List<BlockingQueue<Report>> mailboxes = new CopyOnWriteArrayList<>();
  private boolean known;
  private boolean expected;
  private boolean restarted;

  /** Reports from now on; whoever takes them gets all of them. */
  BlockingQueue<Report> subscribe() {
    BlockingQueue<Report> mailbox = new LinkedBlockingQueue<>();
    mailboxes.add(mailbox);
    return mailbox;
  }

  void add(FirmataMessage message, long nanos) {
    Report report = new Report(message, nanos);
    mailboxes.forEach(mailbox -> mailbox.add(report));
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
