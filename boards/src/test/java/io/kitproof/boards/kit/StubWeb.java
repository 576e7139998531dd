package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A web server over TLS that answers each request with the same pieces, then hangs up. */
final class StubWeb implements AutoCloseable {
  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<String> visitors = new CopyOnWriteArrayList<>();
  private final SSLServerSocket server;
  private final List<String> pieces;

  StubWeb(SSLContext tls, String... pieces) {
    this.pieces = List.of(pieces);
    try {
      server = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
      server.setNeedClientAuth(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "stub-web");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket visitor = (SSLSocket) server.accept()) {
        visitors.add(visitor.getSession().getPeerPrincipal().getName());
        requests.add(request(visitor.getInputStream()));
        OutputStream out = visitor.getOutputStream();
        for (String piece : pieces) {
          out.write(piece.getBytes(UTF_8));
          out.flush();
        }
      } catch (IOException e) {
        // A visitor without a certificate, or the end of the test.
      }
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      request.append((char) next);
    }
    return request.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
