package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.FirmataDecoder;
import io.kitproof.boards.wire.FirmataMessage;

/** Sorts what an Arduino says: reports go to those who watch, the rest is an answer. */
final class FirmataReceiver implements SerialLine.Receiver {
  private final FirmataDecoder decoder = new FirmataDecoder();
  private final Inbox inbox;
  private final FirmataReports reports;

  FirmataReceiver(Inbox inbox, FirmataReports reports) {
    this.inbox = inbox;
    this.reports = reports;
  }

  @Override
  public void received(byte[] bytes, long nanos) {
    for (FirmataMessage message : decoder.hear(bytes)) {
      if (message.isPort() || message.isAnalog()) {
        reports.add(message, nanos);
      } else {
        if (message.isFirmware()) {
          reports.firmware();
        }
        inbox.received(message.bytes(), nanos);
      }
    }
  }

  @Override
  public void unplugged(RigException why) {
    inbox.unplugged(why);
  }
}
