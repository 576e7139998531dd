package io.kitproof.boards.net;

import io.kitproof.boards.RigException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;

/** One TCP connection, read by one thread; closing it from any other ends its read. */
final class Connection implements AutoCloseable {
  static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

  /** A server that has lost its power says nothing: it is asked after 5 s of silence. */
  private static final int IDLE_SECONDS = 5;

  private static final int BETWEEN_SECONDS = 2;
  private static final int PROBES = 3;
  private static final int NO_LIMIT = 0;

  /** How glibc, and macOS, say that there is no such name, or none with an address. */
  private static final Set<String> NOBODY =
      Set.of(
          "Name or service not known",
          "No address associated with hostname",
          "nodename nor servname provided, or not known");

  private final Socket socket;
  private final byte[] buffer = new byte[4096];

  private Connection(Socket socket) {
    this.socket = socket;
  }

  /**
   * Connects.
   *
   * @throws RigException when nothing takes the connection within 3 s
   */
  static Connection open(String part, ServerAddress address) {
    Socket socket = new Socket();
    try {
      InetAddress host = find(address.host());
      socket.setTcpNoDelay(true);
      keepAlive(socket);
      socket.connect(
          new InetSocketAddress(host, address.port()), Math.toIntExact(CONNECT_LIMIT.toMillis()));
      return new Connection(socket);
    } catch (IOException failed) {
      close(socket);
      throw failed instanceof UnknownHostException
          ? notFound(part, address, told(address.host(), failed))
          : RigException.notConnected(part, address, seen(failed));
    }
  }

  /**
   * What was not found is remembered by Java for some seconds, but not why. It is remembered as it
   * was spelt: in capitals, which are the same to a DNS, the reason is told again.
   */
  static InetAddress find(String host) throws UnknownHostException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException failed) {
      if (told(host, failed).isEmpty()) {
        return InetAddress.getByName(host.toUpperCase(Locale.ROOT));
      }
      throw failed;
    }
  }

  /** What the system said of a name, without the name: "Name or service not known". */
  private static String told(String host, IOException failed) {
    String text = String.valueOf(failed.getMessage());
    return text.regionMatches(true, 0, host + ": ", 0, host.length() + 2)
        ? text.substring(host.length() + 2)
        : "";
  }

  /** A name that nobody has is another thing than a DNS that does not answer. */
  static RigException notFound(String part, ServerAddress address, String told) {
    return told.isEmpty() || NOBODY.contains(told)
        ? RigException.unknownHost(part, address)
        : RigException.notLookedUp(part, address, told);
  }

  private static void keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    Set<?> known = socket.supportedOptions();
    if (known.contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, BETWEEN_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }
  }

  private static String seen(IOException failed) {
    if (failed instanceof SocketTimeoutException) {
      return "nothing within " + CONNECT_LIMIT.toMillis() + " ms";
    }
    if (failed instanceof NoRouteToHostException) {
      return "no way to that host";
    }
    return failed instanceof ConnectException ? "the connection was refused" : failed.toString();
  }

  /** What comes next; empty when the other end has ended the connection, or we have. */
  byte[] read() {
    return read(NO_LIMIT).orElseThrow();
  }

  /** The same within a limit; no value when nothing came. */
  Optional<byte[]> read(Duration limit) {
    return read(Math.max(1, Math.toIntExact(limit.toMillis())));
  }

  private Optional<byte[]> read(int millis) {
    try {
      socket.setSoTimeout(millis);
      int count = socket.getInputStream().read(buffer);
      return Optional.of(Arrays.copyOf(buffer, Math.max(0, count)));
    } catch (SocketTimeoutException nothing) {
      return Optional.empty();
    } catch (IOException gone) {
      return Optional.of(new byte[0]);
    }
  }

  /** Sends; false when the connection is gone. */
  synchronized boolean write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() {
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed all the same.
    }
  }
}
