package io.kitproof.boards.virtual;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A serial server that is not there, after ser2net: it serves one serial port on loopback, raw or
 * by telnet with RFC 2217, to one at a time. The port is open only while somebody is connected.
 * Whoever starts it closes it.
 */
public final class VirtualSerialServer implements AutoCloseable {
  /** What it speaks. */
  public enum Protocol {
    RAW,
    RFC2217
  }

  private static final int BACKLOG = 8;

  /** The words of ser2net. */
  private static final byte[] IN_USE = "Port already in use\r\n".getBytes(US_ASCII);

  private final String name;
  private final Path serial;
  private final int baud;
  private final Protocol protocol;
  private final ServerSocket listening;
  private final AtomicReference<@Nullable ServedPort> served = new AtomicReference<>();
  private volatile ServerFaults faults = ServerFaults.none();

  private VirtualSerialServer(
      String name, Path serial, int baud, Protocol protocol, ServerSocket listening) {
    this.name = name;
    this.serial = serial;
    this.baud = baud;
    this.protocol = protocol;
    this.listening = listening;
  }

  /**
   * Serves a serial port on a free port of loopback.
   *
   * @param baud it is set to until a client sets another
   */
  public static VirtualSerialServer serve(String name, Path serial, int baud, Protocol protocol) {
    try {
      ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      VirtualSerialServer server = new VirtualSerialServer(name, serial, baud, protocol, listening);
      Thread thread = new Thread(server::accept, "kitproof-server-" + name);
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, as a bench file has it. */
  public String url() {
    String scheme = protocol == Protocol.RAW ? "tcp" : "rfc2217";
    return scheme + "://127.0.0.1:" + listening.getLocalPort();
  }

  /** From the next connection on it has these faults and no others. */
  public void misbehave(ServerFaults next) {
    faults = next;
  }

  /** Ends the connection there is, as a network does that breaks. */
  public void cut() {
    ServedPort now = served.get();
    if (now != null) {
      now.close();
    }
  }

  /** The rate its port is set to; 0 while nobody is connected. */
  public int rate() {
    ServedPort now = served.get();
    return now == null ? 0 : now.rate();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        serve(listening.accept());
      } catch (IOException closedOrGone) {
        continue;
      }
    }
  }

  private void serve(Socket client) throws IOException {
    ServedPort now = served.get();
    if (now != null && now.inUse()) {
      try (client) {
        client.getOutputStream().write(IN_USE);
      }
      return;
    }
    ServedPort next = new ServedPort(name, serial, baud, protocol, client, faults);
    served.set(next);
    next.start();
  }

  /** Ends the connection and stops to listen. */
  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      cut();
    }
  }
}
