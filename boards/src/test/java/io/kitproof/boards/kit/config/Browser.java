package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A plain socket to the server: what is sent is sent as it is, what comes is given as it came. */
final class Browser implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int A_MOMENT_MILLIS = 150;

  private final Socket socket = new Socket();

  Browser(InetSocketAddress server) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(server, PATIENCE_MILLIS);
  }

  /** Sends it in one write; lines end in \n here and in CR LF there. */
  void send(String request) throws IOException {
    socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  /** Reads until this has come, and gives all that has, line ends as \n. */
  String answer(String end) throws IOException {
    StringBuilder came = new StringBuilder();
    String wireEnd = end.replace("\n", "\r\n");
    while (came.indexOf(wireEnd) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new AssertionError("it hung up after: " + came);
      }
      came.append((char) next);
    }
    return came.toString().replace("\r\n", "\n");
  }

  /** The answer to a GET. */
  String get(String url, String end) throws IOException {
    send("GET " + url + " HTTP/1.1\n\n");
    return answer(end);
  }

  /** The body of a chunk that an upload is answered with. */
  String post(String url, String body) throws IOException {
    send("POST " + url + " HTTP/1.1\nContent-Length: " + body.length() + "\n\n" + body);
    String answer = answer("\n0\n\n");
    String[] lines = answer.substring(answer.indexOf("\n\n") + 2).split("\n", -1);
    return lines[1];
  }

  /** True if the other side has ended the connection. */
  boolean hungUp() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  /** True if nothing comes for a moment. */
  boolean hearsNothing() throws IOException {
    socket.setSoTimeout(A_MOMENT_MILLIS);
    try {
      int unused = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
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
