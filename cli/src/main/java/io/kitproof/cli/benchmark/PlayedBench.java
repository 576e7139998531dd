package io.kitproof.cli.benchmark;

import io.kitproof.boards.pty.Pty;
import io.kitproof.boards.wire.LcusFrame;
import io.kitproof.steps.Crew;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What a bench is to the harness: an LCUS relay board without read-back and a kit's console, each a
 * pseudo-terminal. One thread plays both, as another program would, and knows its own times.
 */
final class PlayedBench implements AutoCloseable {
  /** How the thread is called; it is no part of the harness and does not count as its CPU time. */
  static final String THREAD = "kitproof-play";

  private static final long LOOK_NANOS = 50_000_000;

  /** What the kit does each time its button is let go. */
  interface Script {
    /** The button was let go at {@code nanos}, the {@code press}th time, counted from 0. */
    void released(int press, long nanos, PlayedBench kit);
  }

  private final Pty relay = Pty.open();
  private final Pty console = Pty.open();
  private final Script script;
  private final Thread thread = new Thread(this::play, THREAD);
  private volatile boolean closing;
  private boolean pressed;
  private int presses;

  PlayedBench(Script script) {
    this.script = script;
    thread.setDaemon(true);
    thread.start();
  }

  /** The bench file that describes it. */
  String benchFile() {
    return String.join(
        "\n",
        "bench: played",
        "boards:",
        "  presses: {family: lcus, port: " + relay.path() + ", channels: 1, read-back: never}",
        "kits:",
        "  kit:",
        "    firmware: {app: publisher, profile: wiced41}",
        "    console: {port: " + console.path() + ", baud: 115200}",
        "    buttons: {MB1: presses/0}",
        "");
  }

  /** The console's port. */
  Path consolePort() {
    return console.path();
  }

  /** Waits on the playing thread without using the CPU. */
  void rest(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0 && !closing; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /** Prints on the console; blocks while the harness does not read, up to the bench's end. */
  void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    int written = 0;
    while (written < bytes.length && !closing) {
      int n = console.write(bytes, written, bytes.length - written);
      written += n;
      if (n == 0) {
        var unused = console.await(true, 1_000_000);
      }
    }
  }

  private void play() {
    try (relay;
        console) {
      while (!closing) {
        if (relay.await(false, LOOK_NANOS).input()) {
          obey(relay.read(), System.nanoTime());
        }
      }
    }
  }

  private void obey(byte[] bytes, long nanos) {
    for (int at = 0; at < bytes.length; at++) {
      boolean closes = LcusFrame.parse(bytes, at).map(LcusFrame::closed).orElse(pressed);
      if (pressed && !closes) {
        script.released(presses++, nanos, this);
      }
      pressed = closes;
    }
  }

  @Override
  public void close() {
    closing = true;
    relay.wake();
    LockSupport.unpark(thread);
    Crew.join(thread);
  }
}
