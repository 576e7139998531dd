package io.kitproof.broker.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** A bare socket to one of the doors. */
final class Telephone implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  Telephone(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  static Telephone plain(InetSocketAddress door) throws IOException {
    return new Telephone(new Socket(InetAddress.getLoopbackAddress(), door.getPort()));
  }

  static Telephone tls(InetSocketAddress door, SSLSocketFactory sockets) throws IOException {
    return new Telephone(sockets.createSocket("localhost", door.getPort()));
  }

  /** Says it, each character a byte. */
  @CanIgnoreReturnValue
  Telephone say(String text) throws IOException {
    return say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @CanIgnoreReturnValue
  Telephone say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** What comes until this has come. */
  String until(String end) throws IOException {
    StringBuilder heard = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (heard.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed after \"" + heard + "\"");
      }
      heard.append((char) next);
    }
    return heard.toString();
  }

  /** What comes until the other end closes, in whatever way. */
  String untilClosed() throws IOException {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(heard);
    } catch (SocketException e) {
      if (!String.valueOf(e.getMessage()).contains("reset")) {
        throw e;
      }
    }
    return heard.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the other end closes within this time, in whatever way; it must not say anything. */
  boolean closes(Duration within) throws IOException {
    try {
      socket.setSoTimeout((int) within.toMillis());
      int next = socket.getInputStream().read();
      if (next >= 0) {
        throw new IOException("instead of silence came byte " + next);
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
