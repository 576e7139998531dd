package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Mailboxes.Letter;
import io.kitproof.boards.wire.FirmataMessage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;

/** One part's way to an Arduino, which may have started anew behind everybody's back. */
record FirmataPort(Dialog dialog, String part, FirmataReports reports) {
  Path port() {
    return dialog.port();
  }

  BlockingQueue<Letter<FirmataMessage>> subscribe() {
    return reports.subscribe();
  }

  long tell(String said, FirmataMessage... messages) {
    return tell(said, System.nanoTime(), messages);
  }

  /** Sends messages in one write, not before a moment. */
  long tell(String said, long notBefore, FirmataMessage... messages) {
    refuseRestarted();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (FirmataMessage message : messages) {
      bytes.writeBytes(message.bytes());
    }
    return dialog.tell(part, said, bytes.toByteArray(), notBefore);
  }

  void refuseRestarted() {
    if (reports.restarted()) {
      throw RigException.restarted(part, dialog.port());
    }
  }

  RigException silent(String said) {
    return dialog.ended()
        ? RigException.unplugged(part, dialog.port(), "\"" + said + "\"")
        : RigException.silent(part, dialog.port(), said, FirmataFamily.DEADLINE);
  }
}
