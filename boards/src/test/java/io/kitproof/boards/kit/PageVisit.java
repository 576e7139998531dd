package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a kit's configuration page, a connection a request. */
record PageVisit(InetSocketAddress page) {
  private static final int PATIENCE_MILLIS = 30_000;

  static PageVisit to(VirtualKit kit) {
    return new PageVisit(kit.configPage().orElseThrow().address());
  }

  /** Asks for this URL and waits until the kit hangs up. */
  void get(String url) throws IOException {
    try (Socket socket = new Socket(page.getAddress(), page.getPort())) {
      String unused = send(socket, "GET " + url + " HTTP/1.1\r\nConnection: close\r\n\r\n");
    }
  }

  /** Uploads a key whose body comes in two packets, the header with the first; gives the answer. */
  String uploadInPieces() throws IOException {
    try (Socket socket = new Socket(page.getAddress(), page.getPort())) {
      socket.setTcpNoDelay(true);
      String header =
          "POST /config/upgrade_chunk.html?file=key&offset=0&filesize=10 HTTP/1.1\r\n"
              + "Content-Length: 10\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((header + "01234").getBytes(ISO_8859_1));
      get("/"); // by the time this is answered the first packet has been taken
      return send(socket, "56789");
    }
  }

  private static String send(Socket socket, String text) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }
}
