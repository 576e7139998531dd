package io.kitproof.boards.kit;

import io.kitproof.boards.kit.config.ConfigPage;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualPort;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CYW943907 kit with shield that is not there: its console is a pseudo-terminal, its buttons and
 * LEDs are wires, its firmware does what the course's apps do, bugs included.
 */
public final class VirtualKit implements AutoCloseable {
  /** What its firmware is built for: the course's kit with the shield's second version. */
  public static final String PLATFORM = "WW101_2_CYW943907AEVAL1F";

  private static final int BAUD = 115_200;

  private final Board.Parts parts;
  private final VirtualPort console;
  private FirmwareImage image;
  private volatile @Nullable Board board;

  private VirtualKit(Board.Parts parts, Path consoleLink, FirmwareImage image) {
    this.parts = parts;
    this.image = image;
    this.console = VirtualPort.plug(parts.kit(), consoleLink, BAUD, (bytes, port) -> typed(bytes));
    for (Net button : parts.pins().buttons()) {
      button.onEdge((high, nanos) -> edge(button.name(), high));
    }
  }

  /**
   * A kit whose console is plugged in, but which has no power yet; the caller closes it.
   *
   * @param name what the bench calls it; its MAC address follows from it
   * @param consoleLink the path at which drivers open the console, 115200 baud
   * @throws java.io.UncheckedIOException if there is no pseudo-terminal to be had
   */
  public static VirtualKit plug(
      String name, Path consoleLink, FirmwareImage image, Lan lan, FirmwareClock clock) {
    return plug(name, consoleLink, image, lan, clock, ConfigPage.real());
  }

  /** A kit with another server for its configuration page. */
  static VirtualKit plug(
      String name,
      Path consoleLink,
      FirmwareImage image,
      Lan lan,
      FirmwareClock clock,
      ConfigPage page) {
    Dct dct = new Dct(Build.of(image).wifi());
    Board.Parts parts = new Board.Parts(name, new Pins(name), dct, lan, page, clock);
    return new VirtualKit(parts, consoleLink, image);
  }

  /** What the bench calls it. */
  public String name() {
    return parts.kit();
  }

  /** The path of its console. */
  public Path console() {
    return console.path();
  }

  /**
   * The pin of MB1 or MB2 on the shield, or USER1 on the base board: high while idle.
   *
   * @throws IllegalArgumentException if there is no such button; the text lists them
   */
  public Net button(String button) {
    return parts.pins().button(button);
  }

  /**
   * The pin of LED1 or LED2 on the shield, or BASE1 on the base board: high when lit.
   *
   * @throws IllegalArgumentException if there is no such LED; the text lists them
   */
  public Net led(String led) {
    return parts.pins().led(led);
  }

  /** Changes what the shield's sensors measure, which is a room's climate until then. */
  public void climate(Climate climate) {
    parts.sensors().climate(climate);
  }

  /** Starts what is programmed; does nothing when the power is on. */
  public synchronized void powerOn() {
    if (board == null) {
      Board fresh = new Board(parts, image.lineBuffered(), console::send, this::restart);
      board = fresh;
      fresh.life().spawn("app", new Firmware(fresh, Build.of(image)));
    }
  }

  /**
   * Takes the power away: connections are cut without a goodbye, the LEDs go out, and the console
   * says nothing from when this returns. Does nothing when the power is off.
   */
  public synchronized void powerOff() {
    Board current = board;
    if (current != null) {
      board = null;
      current.life().end();
      parts.pins().darken();
    }
  }

  /** Presses the reset button: all starts again, the console stays plugged in. */
  public synchronized void reset() {
    if (board != null) {
      powerOff();
      powerOn();
    }
  }

  /** Puts another image into the flash, which erases the DCT; it runs from the next start on. */
  public synchronized void program(FirmwareImage image) {
    programKeepingDct(image);
    parts.dct().erase(Build.of(image).wifi());
  }

  /** The same with the make target {@code no_dct}: what the DCT holds stays. */
  public synchronized void programKeepingDct(FirmwareImage image) {
    this.image = image;
  }

  /** What its flash holds beside the image. */
  public Dct dct() {
    return parts.dct();
  }

  /** Its configuration page; nothing unless its console says that its access point is up. */
  public Optional<OpenPage> configPage() {
    return Optional.ofNullable(board).map(Board::configPage);
  }

  /** What is programmed. */
  public synchronized FirmwareImage image() {
    return image;
  }

  /** Pulls the console's plug; the kit runs on. */
  public void unplugConsole() {
    console.unplug();
  }

  /** Plugs the console in again at the same path. */
  public void replugConsole() {
    console.replug();
  }

  /** Takes the power away and the console out. Closing again does nothing. */
  @Override
  public void close() {
    try {
      powerOff();
    } finally {
      console.close();
    }
  }

  /** A thread of the old power-on cannot wait for its own end. */
  private void restart(Board old) {
    Thread thread = new Thread(() -> resetIfStill(old), "kitproof-" + parts.kit() + "-restart");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void resetIfStill(Board old) {
    if (board == old) {
      reset();
    }
  }

  private void typed(byte[] bytes) {
    Board current = board;
    if (current != null) {
      current.keys().received(bytes);
    }
  }

  private void edge(String button, boolean high) {
    Board current = board;
    if (current != null) {
      current.edge(button, high);
    }
  }
}
