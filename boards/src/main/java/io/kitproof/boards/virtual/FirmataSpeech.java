package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.FirmataDecoder;
import io.kitproof.boards.wire.FirmataMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * StandardFirmata on an Arduino Nano: 14 digital pins, then 8 analogue ones. Opening its port
 * resets it; a reset makes all pins outputs and low, and takes a while in which it is deaf.
 */
final class FirmataSpeech implements Speech {
  static final int PINS = 22;
  private static final int FIRST_ANALOG = 14;
  private static final int USUAL_INTERVAL = 19;
  private static final int BRIGHT = 800;
  private static final int DARK = 60;
  private static final String SKETCH = "StandardFirmata.ino";

  private final Duration boot;
  private final int[] modes = new int[PINS];
  private final Set<Integer> ports = new HashSet<>();
  private final Set<Integer> analog = new HashSet<>();
  private FirmataDecoder decoder = new FirmataDecoder();
  private int interval = USUAL_INTERVAL;
  private boolean up;

  /** Counts resets: what an earlier one has still to come is void. */
  private int life;

  FirmataSpeech(Duration boot) {
    this.boot = boot;
  }

  @Override
  public synchronized void opened(Panel panel) {
    reset(panel);
    int mine = life;
    panel.after(boot, () -> start(mine, panel));
  }

  private synchronized void start(int mine, Panel panel) {
    if (mine == life) {
      up = true;
      say(FirmataMessage.version(), panel);
      say(FirmataMessage.firmware(SKETCH), panel);
      tick(mine, panel);
    }
  }

  private void reset(Panel panel) {
    forget();
    for (int pin = 0; pin < PINS; pin++) {
      modes[pin] = pin < FIRST_ANALOG ? FirmataMessage.OUTPUT : FirmataMessage.ANALOG;
      panel.move(pin, false);
    }
  }

  @Override
  public synchronized void forget() {
    life++;
    up = false;
    decoder = new FirmataDecoder();
    ports.clear();
    analog.clear();
    interval = USUAL_INTERVAL;
  }

  @Override
  public synchronized void hear(byte[] bytes, Panel panel) {
    if (!up) {
      return;
    }
    for (FirmataMessage message : decoder.hear(bytes)) {
      if (panel.hears()) {
        obey(message, panel);
      }
    }
  }

  private void obey(FirmataMessage message, Panel panel) {
    if (message.asksFirmware()) {
      say(FirmataMessage.firmware(SKETCH), panel);
    } else if (message.isReportPort()) {
      enable(ports, message);
      tellPort(message.number(), panel);
    } else if (message.isReportAnalog()) {
      enable(analog, message);
      tellAnalog(message.number(), panel);
    } else if (message.isInterval()) {
      interval = Math.max(1, message.value());
    } else if (message.pin() >= 0 && message.pin() < PINS) {
      obeyPin(message, message.pin(), panel);
    }
  }

  private void obeyPin(FirmataMessage message, int pin, Panel panel) {
    if (message.isMode()) {
      modes[pin] = message.mode();
    } else if (message.isSet() && modes[pin] == FirmataMessage.OUTPUT) {
      panel.move(pin, message.on());
    } else if (message.asksState()) {
      boolean high = modes[pin] == FirmataMessage.OUTPUT && panel.readBack(pin);
      say(FirmataMessage.state(pin, modes[pin], high), panel);
    }
  }

  private static void enable(Set<Integer> reported, FirmataMessage message) {
    if (message.on()) {
      reported.add(message.number());
    } else {
      reported.remove(message.number());
    }
  }

  /** Later, for whoever drives a wire holds it, and may be waited for by a contact of ours. */
  @Override
  public void inputChanged(int input, Panel panel) {
    panel.after(Duration.ZERO, () -> look(input, panel));
  }

  private synchronized void look(int input, Panel panel) {
    if (up && modes[input] == FirmataMessage.INPUT) {
      tellPort(input / 8, panel);
    }
  }

  private void tellPort(int port, Panel panel) {
    if (!ports.contains(port)) {
      return;
    }
    int value = 0;
    for (int pin = 8 * port; pin < Math.min(PINS, 8 * port + 8); pin++) {
      boolean high = modes[pin] == FirmataMessage.INPUT && panel.input(pin);
      value |= high ? 1 << pin % 8 : 0;
    }
    report(FirmataMessage.port(port, value), panel);
  }

  private void tellAnalog(int input, Panel panel) {
    int pin = FIRST_ANALOG + input;
    if (analog.contains(input) && pin < PINS && modes[pin] == FirmataMessage.ANALOG) {
      report(FirmataMessage.analog(input, panel.input(pin) ? BRIGHT : DARK), panel);
    }
  }

  private synchronized void tick(int mine, Panel panel) {
    if (mine == life) {
      analog.forEach(input -> tellAnalog(input, panel));
      panel.after(Duration.ofMillis(interval), () -> tick(mine, panel));
    }
  }

  private static void report(FirmataMessage message, Panel panel) {
    if (panel.sees()) {
      say(message, panel);
    }
  }

  private static void say(FirmataMessage message, Panel panel) {
    if (panel.speaks()) {
      panel.reply(message.bytes());
    }
  }
}
