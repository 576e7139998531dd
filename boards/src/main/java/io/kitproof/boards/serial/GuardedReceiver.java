package io.kitproof.boards.serial;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A receiver whose own bugs end neither the reading nor the thread that reads. */
public record GuardedReceiver(String part, Receiver receiver) implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(GuardedReceiver.class);

  @Override
  public void received(byte[] bytes, long nanos) {
    try {
      receiver.received(bytes, nanos);
    } catch (RuntimeException bug) {
      log.error("The receiver of {} failed; reading goes on", part, bug);
    }
  }

  @Override
  public void unplugged(RigException why) {
    try {
      receiver.unplugged(why);
    } catch (RuntimeException bug) {
      log.error("The receiver of {} failed when told of the end", part, bug);
    }
  }
}
