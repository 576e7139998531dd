package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.hid.HidChannel;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.HidRelayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** The contacts of a USBRelay board. */
final class HidRelays implements RelayDriver {
  /** A control transfer of a low-speed device. */
  private static final Duration EXCHANGE = Duration.ofMillis(5);

  private final String part;
  private final Path port;
  private final HidChannel channel;

  HidRelays(String part, Path port, HidChannel channel) {
    this.part = part;
    this.port = port;
    this.channel = channel;
  }

  @Override
  public Path port() {
    return port;
  }

  @Override
  public synchronized Sent set(int contact, boolean closed, long notBefore) {
    byte[] report = HidRelayReport.move(contact, closed);
    Dialog.awaitMoment(notBefore);
    return send((closed ? "close " : "open ") + contact, report);
  }

  @Override
  public synchronized void release(BitSet which) {
    for (int contact : which.stream().toArray()) {
      Sent ignored = send("open " + contact, HidRelayReport.move(contact, false));
    }
  }

  /** The transfer has been acknowledged when the call returns. */
  private Sent send(String said, byte[] report) {
    try {
      channel.send(report);
    } catch (IOException gone) {
      throw refused(said + " " + Dialog.hex(report), gone);
    }
    long now = System.nanoTime();
    return new Sent(now, now);
  }

  @Override
  public synchronized Optional<BitSet> closed(BitSet which) {
    try {
      byte[] bytes = channel.get(HidRelayReport.LENGTH);
      return HidRelayReport.parse(bytes)
          .map(
              report -> {
                BitSet closed = report.closed();
                closed.and(which);
                return closed;
              });
    } catch (IOException gone) {
      throw refused("status", gone);
    }
  }

  private RigException refused(String said, IOException cause) {
    RigException trouble = RigException.unplugged(part, port, "\"" + said + "\"");
    Throwable unused = trouble.initCause(cause);
    return trouble;
  }

  @Override
  public Duration readBackTime() {
    return EXCHANGE.multipliedBy(2);
  }

  @Override
  public Duration exchangeTime() {
    return EXCHANGE;
  }

  @Override
  public SerialLine.Registration atShutdown(Runnable release) {
    Thread hook = new Thread(release, "kitproof-release-" + part);
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The JVM is ending, and this is the hook.
        return;
      }
    };
  }
}
