package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.FirmataMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Contacts on the digital pins of an Arduino, each closed while its pin is high: after a reset all
 * pins are low. Pins 0 and 1 are the serial line, 13 blinks at each start.
 */
final class FirmataRelays implements RelayDriver {
  private static final Set<Integer> NOT_FOR_US = Set.of(0, 1, 13);

  private final FirmataPort arduino;
  private final Set<Integer> outputs = ConcurrentHashMap.newKeySet();

  FirmataRelays(FirmataPort arduino) {
    this.arduino = arduino;
  }

  @Override
  public Path port() {
    return arduino.port();
  }

  @Override
  public Sent set(int pin, boolean closed, long notBefore) {
    FirmataMessage level = FirmataMessage.set(pin, closed);
    String said = "set pin %d %s (%s)".formatted(pin, closed ? "high" : "low", level);
    long written =
        outputs.add(pin)
            ? arduino.tell(said, notBefore, FirmataMessage.mode(pin, FirmataMessage.OUTPUT), level)
            : arduino.tell(said, notBefore, level);
    return new Sent(written, written);
  }

  /** Without a mode: a pin that somebody else reads stays an input. */
  @Override
  public void release(BitSet which) {
    for (int pin : which.stream().filter(p -> !NOT_FOR_US.contains(p)).toArray()) {
      FirmataMessage low = FirmataMessage.set(pin, false);
      long unused = arduino.tell("set pin %d low (%s)".formatted(pin, low), low);
    }
  }

  @Override
  public Optional<BitSet> closed(BitSet which) {
    arduino.refuseRestarted();
    BitSet closed = new BitSet();
    for (int pin : which.stream().filter(p -> !NOT_FOR_US.contains(p)).toArray()) {
      FirmataMessage state =
          arduino
              .dialog()
              .command(
                  FirmataFamily.question(
                      arduino.part(),
                      "state of pin " + pin,
                      FirmataMessage.askState(pin),
                      message -> message.isStateOf(pin)),
                  System.nanoTime())
              .value();
      closed.set(pin, state.mode() == FirmataMessage.OUTPUT && state.on());
    }
    return Optional.of(closed);
  }

  @Override
  public Duration readBackTime() {
    return exchangeTime().multipliedBy(2);
  }

  @Override
  public Duration exchangeTime() {
    return FirmataFamily.EXCHANGE;
  }

  @Override
  public SerialLine.Registration atShutdown(Runnable release) {
    return arduino.dialog().atShutdown(release);
  }
}
