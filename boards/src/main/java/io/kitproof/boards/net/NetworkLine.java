package io.kitproof.boards.net;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.RigException;
import io.kitproof.boards.net.Carrier.TurnedAway;
import io.kitproof.boards.net.ServerAddress.Scheme;
import io.kitproof.boards.serial.ByteLine;
import io.kitproof.boards.serial.GuardedReceiver;
import io.kitproof.boards.serial.SerialLine.Receiver;
import io.kitproof.boards.serial.SerialLine.Registration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line over TCP, raw or by RFC 2217, kept until {@link #close()}. A thread of its own, {@code
 * kitproof-net-<part>}, connects, reads and closes. Nothing that the server had in its buffers
 * before the opening is ever handed on.
 */
public final class NetworkLine implements ByteLine {
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

  /** A server is done with a client that has left when its serial port is closed. */
  private static final Duration LETTING_GO = Duration.ofSeconds(1);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
  private static final Logger log = LoggerFactory.getLogger(NetworkLine.class);

  private final String part;
  private final ServerAddress address;
  private final int baud;
  private final Receiver receiver;
  private final Thread reader;
  private final CompletableFuture<Open> opened = new CompletableFuture<>();
  private final Releases releases;
  private volatile boolean closing;

  /** What there is once it is open. */
  private record Open(Connection connection, Carrier carrier) {}

  private NetworkLine(String part, ServerAddress address, int baud, Receiver receiver) {
    this.part = part;
    this.address = address;
    this.baud = baud;
    this.receiver = new GuardedReceiver(part, receiver);
    this.releases = new Releases(part);
    this.reader = new Thread(this::run, "kitproof-net-" + part);
    reader.setDaemon(true);
  }

  /**
   * Connects; the caller closes it.
   *
   * @param part who it is for, for errors and thread names
   * @param baud of the port behind the server, set by RFC 2217; a raw server has its own setting
   * @throws RigException when nothing listens there, or it turns us away, or does not set the port
   */
  public static NetworkLine open(String part, ServerAddress address, int baud, Receiver receiver) {
    NetworkLine line = new NetworkLine(part, address, baud, receiver);
    line.reader.start();
    try {
      Open ignored = line.opened.join();
      return line;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RigException why) {
        throw why;
      }
      throw failed;
    }
  }

  @Override
  public String part() {
    return part;
  }

  /** The address it was opened by. */
  @Override
  public ServerAddress port() {
    return address;
  }

  @Override
  @CanIgnoreReturnValue
  public long write(byte[] bytes) {
    if (closing) {
      throw new IllegalStateException("The line of " + part + " is closed.");
    }
    Open open = opened.join();
    if (!open.connection().write(open.carrier().sent(bytes))) {
      throw gone(part, "a write of " + bytes.length + " bytes");
    }
    return System.nanoTime();
  }

  @Override
  public Registration atShutdown(Runnable release) {
    return releases.add(release);
  }

  @Override
  public RigException gone(String who, String doing) {
    return RigException.cutOff(who, address, doing);
  }

  private void run() {
    try (Connection connection = begin(System.nanoTime() + LETTING_GO.toNanos())) {
      readAll(connection, opened.join().carrier());
    } catch (RuntimeException failed) {
      if (!opened.completeExceptionally(failed)) {
        throw failed;
      }
      return;
    }
    if (!closing) {
      receiver.unplugged(gone(part, "the run"));
    }
  }

  /** Whoever was connected before may be gone, and the server not know yet. */
  private Connection begin(long patientUntil) {
    while (true) {
      Connection connection = Connection.open(part, address);
      try {
        Carrier carrier = carrier(connection);
        carrier.begin();
        opened.complete(new Open(connection, carrier));
        return connection;
      } catch (TurnedAway busy) {
        connection.close();
        if (System.nanoTime() - patientUntil >= 0) {
          throw RigException.turnedAway(part, address, busy.said());
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      } catch (RuntimeException failed) {
        connection.close();
        throw failed;
      }
    }
  }

  private Carrier carrier(Connection connection) {
    return address.scheme() == Scheme.RFC2217
        ? new ComPortCarrier(part, address, baud, connection)
        : new PlainCarrier(connection);
  }

  private void readAll(Connection connection, Carrier carrier) {
    for (byte[] bytes = connection.read();
        bytes.length > 0 && !closing;
        bytes = connection.read()) {
      long nanos = System.nanoTime();
      byte[] data = carrier.received(bytes);
      if (data.length > 0) {
        receiver.received(data, nanos);
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    releases.close();
    opened.join().connection().close();
    if (Thread.currentThread() == reader) {
      return;
    }
    try {
      reader.join(CLOSE_DEADLINE.toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    if (reader.isAlive()) {
      log.warn("{} on {} does not close: a receiver is stuck", part, address);
    }
  }
}
