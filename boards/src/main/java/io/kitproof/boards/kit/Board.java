package io.kitproof.boards.kit;

import io.kitproof.boards.kit.Quirks.Trigger;
import io.kitproof.boards.kit.config.ConfigPage;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hardware as the firmware of one power-on sees it: console, LEDs, buttons, time. */
final class Board {
  private record Interrupt(Trigger trigger, Runnable handler) {}

  /** What of a kit outlives a power-on. */
  record Parts(
      String kit,
      Pins pins,
      Dct dct,
      Lan lan,
      ConfigPage page,
      FirmwareClock clock,
      Sensors sensors) {
    /** In a room. */
    Parts(String kit, Pins pins, Dct dct, Lan lan, ConfigPage page, FirmwareClock clock) {
      this(kit, pins, dct, lan, page, clock, new Sensors());
    }
  }

  private final Parts parts;
  private final Life life;
  private final Mac mac;
  private final Console console;
  private final Consumer<Board> restart;
  private final Keys keys;
  private final Map<String, Interrupt> interrupts = new ConcurrentHashMap<>();
  private volatile boolean joined;
  private volatile @Nullable OpenPage configPage;

  /**
   * A kit that has just got its power.
   *
   * @param restart is to end this power-on, from a thread of its own, and begin another
   */
  Board(Parts parts, boolean lineBuffered, Consumer<byte[]> uart, Consumer<Board> restart) {
    this.parts = parts;
    this.life = new Life(parts.kit, parts.clock);
    this.mac = Mac.of(parts.kit);
    this.console = new Console(life, lineBuffered, uart);
    this.restart = restart;
    this.keys = new Keys(life);
  }

  Life life() {
    return life;
  }

  Dct dct() {
    return parts.dct;
  }

  Lan lan() {
    return parts.lan;
  }

  ConfigPage page() {
    return parts.page;
  }

  Mac mac() {
    return mac;
  }

  FirmwareClock clock() {
    return parts.clock;
  }

  /** Whether this power-on has a network. */
  boolean joined() {
    return joined;
  }

  void join() {
    joined = true;
  }

  /**
   * A TCP connection.
   *
   * @throws NoRouteToHostException if nothing answers, or there is no network
   * @throws IOException if the connection is refused
   */
  RadioSocket connect(String ip, int port) throws IOException {
    if (!joined) {
      throw new NoRouteToHostException(ip);
    }
    return parts.lan.connect(ip, port);
  }

  /** Prints a text of the {@link Transcript}. */
  void print(String text) {
    console.print(text);
  }

  /** Sends bytes as they are, past the standard output's buffer. */
  void transmit(String bytes) {
    console.transmit(bytes);
  }

  /** What is typed at the console. */
  Keys keys() {
    return keys;
  }

  /** What the shield's sensors measure at this moment. */
  Climate climate() {
    return parts.sensors.climate();
  }

  void sleep(Duration firmware) {
    life.sleep(firmware);
  }

  void led(String name, boolean high) {
    life.output(() -> parts.pins.led(name).set(high));
  }

  /** The level of a button's pin: low while pressed. */
  boolean high(String button) {
    return parts.pins.button(button).high();
  }

  /** Where the configuration page is served; nowhere, as a rule. */
  @Nullable OpenPage configPage() {
    return configPage;
  }

  void configPage(@Nullable OpenPage page) {
    configPage = page;
  }

  /** The firmware restarts the processor; does not return. */
  void restart() {
    restart.accept(this);
    life.crash();
  }

  /** Arms a button's interrupt. The handler runs on the thread that moves the button. */
  void onButton(String button, Trigger trigger, Runnable handler) {
    interrupts.put(button, new Interrupt(trigger, handler));
  }

  /** Disarms it again. */
  void ignoreButton(String button) {
    interrupts.remove(button);
  }

  /** A button's pin has changed its level. */
  void edge(String button, boolean high) {
    Interrupt armed = interrupts.get(button);
    if (armed != null && armed.trigger.on(high) && life.running()) {
      try {
        armed.handler.run();
      } catch (PowerLost e) {
        // In the middle of the interrupt, which nobody sees the rest of.
      }
    }
  }
}
