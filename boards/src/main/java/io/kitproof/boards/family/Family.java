package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.serial.SerialLine;
import java.time.Duration;

/** What a family adds to an open port. */
interface Family {
  int baud();

  /** Least silence on the line between an exchange and the next command. */
  Duration spacing();

  /** How long one exchange takes on hardware at most. */
  Duration exchangeTime();

  /** Brings board and host in step again, at the opening and after an answer that was none. */
  void resync(Dialog dialog);

  /** What takes the bytes of the line: the inbox, or what sorts out what nobody asked for. */
  default SerialLine.Receiver receiver(Inbox inbox) {
    return inbox;
  }

  RelayDriver relays(Dialog dialog, String name, int channels);

  default SampleSource adc(Dialog dialog, String name, Threshold threshold, Traffic traffic) {
    throw new UnsupportedOperationException(name + " has no analogue inputs.");
  }

  default SampleSource inputs(Dialog dialog, String name, boolean activeLow, Traffic traffic) {
    throw new UnsupportedOperationException(name + " has no digital inputs.");
  }

  default SampleSource notified(
      Dialog dialog, String name, int inputs, boolean activeLow, Traffic traffic) {
    throw new UnsupportedOperationException(name + " does not notify.");
  }
}
