package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.FirmataDecoder;
import io.kitproof.boards.wire.FirmataMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Arduino with StandardFirmata: contacts on digital pins, digital and analogue inputs that
 * report by themselves. The codec is our own, for firmata4j's reports bear no time of arrival, and
 * its transport would be a second one that opens, reads and closes ports.
 */
final class FirmataFamily implements Family {
  private static final Logger LOG = LoggerFactory.getLogger(FirmataFamily.class);

  static final Duration DEADLINE = Duration.ofMillis(500);

  /** Four bytes to, six fro at 57600 baud, and a millisecond of USB either way. */
  static final Duration EXCHANGE = Duration.ofMillis(4);

  private static final int BAUD = 57_600;

  /**
   * Opening the port resets an Arduino: two seconds at most in its loader, then it blinks its
   * version for 2.1 s before it speaks.
   */
  static final Duration BOOT = Duration.ofSeconds(6);

  private final Duration boot;
  private final FirmataReports reports = new FirmataReports();

  // Belongs to whoever has the turn on the line.
  private boolean booted;

  /** One that has started after that time, or was not reset. */
  FirmataFamily(Duration boot) {
    this.boot = boot;
  }

  @Override
  public int baud() {
    return BAUD;
  }

  @Override
  public Duration spacing() {
    return Duration.ZERO;
  }

  @Override
  public Duration exchangeTime() {
    return EXCHANGE;
  }

  @Override
  public SerialLine.Receiver receiver(Inbox inbox) {
    return new FirmataReceiver(inbox, reports);
  }

  /** It says who it is when it has started; one that was not reset is asked. */
  @Override
  public void resync(Dialog dialog) {
    Question<FirmataMessage> who =
        question(
            dialog.part(), "firmware", FirmataMessage.askFirmware(), FirmataMessage::isFirmware);
    boolean unasked = !booted && dialog.hearUnasked(who.framing(), boot);
    if (!unasked) {
      reports.expectFirmware();
      FirmataMessage told = dialog.ask(who, System.nanoTime()).value();
      LOG.debug("{} is up: {}", dialog.part(), told);
    }
    booted = true;
    reports.bootedIsKnown();
  }

  /** A question whose answer is the first message that is like that. */
  static Question<FirmataMessage> question(
      String part, String said, FirmataMessage message, Predicate<FirmataMessage> answer) {
    return new Question<>(
        part,
        said + " (" + message + ")",
        message.bytes(),
        "a Firmata message that tells it",
        (bytes, count) -> first(Arrays.copyOf(bytes, count), answer).isPresent(),
        bytes -> first(bytes, answer),
        DEADLINE);
  }

  private static Optional<FirmataMessage> first(byte[] bytes, Predicate<FirmataMessage> like) {
    return new FirmataDecoder().hear(bytes).stream().filter(like).findFirst();
  }

  @Override
  public RelayDriver relays(Dialog dialog, String name, int channels) {
    return new FirmataRelays(new FirmataPort(dialog, name, reports));
  }

  @Override
  public SampleSource inputs(Dialog dialog, String name, boolean activeLow, Traffic traffic) {
    int litLevel = activeLow ? 0 : 1;
    return new FirmataInputs(
        new FirmataPort(dialog, name, reports),
        traffic,
        FirmataInputs.Kind.PINS,
        (level, before) -> level == litLevel);
  }

  @Override
  public SampleSource adc(Dialog dialog, String name, Threshold threshold, Traffic traffic) {
    return new FirmataInputs(
        new FirmataPort(dialog, name, reports), traffic, FirmataInputs.Kind.ANALOG, threshold::lit);
  }
}
