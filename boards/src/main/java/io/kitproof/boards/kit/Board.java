package io.kitproof.boards.kit;

import io.kitproof.boards.kit.Quirks.Trigger;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hardware as the firmware of one power-on sees it: console, LEDs, buttons, time. */
final class Board {
  private record Interrupt(String button, Trigger trigger, Runnable handler) {}

  private final Life life;
  private final Pins pins;
  private final Lan lan;
  private final Mac mac;
  private final FirmwareClock clock;
  private final Console console;
  private volatile @Nullable Interrupt interrupt;

  Board(
      String kit,
      Pins pins,
      Lan lan,
      FirmwareClock clock,
      boolean lineBuffered,
      Consumer<byte[]> uart) {
    this.life = new Life(kit, clock);
    this.pins = pins;
    this.lan = lan;
    this.mac = Mac.of(kit);
    this.clock = clock;
    this.console = new Console(life, lineBuffered, uart);
  }

  Life life() {
    return life;
  }

  Lan lan() {
    return lan;
  }

  Mac mac() {
    return mac;
  }

  FirmwareClock clock() {
    return clock;
  }

  /** Prints a text of the {@link Transcript}. */
  void print(String text) {
    console.print(text);
  }

  void sleep(Duration firmware) {
    life.sleep(firmware);
  }

  void led(String name, boolean high) {
    life.output(() -> pins.led(name).set(high));
  }

  /** Arms the one button interrupt. The handler runs on the thread that moves the button. */
  void onButton(String button, Trigger trigger, Runnable handler) {
    interrupt = new Interrupt(button, trigger, handler);
  }

  /** A button's pin has changed its level. */
  void edge(String button, boolean high) {
    Interrupt armed = interrupt;
    if (armed != null && armed.button.equals(button) && armed.trigger.on(high) && life.running()) {
      armed.handler.run();
    }
  }
}
