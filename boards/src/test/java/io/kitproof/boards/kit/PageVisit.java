package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a kit's configuration page, a connection a request. */
record PageVisit(InetSocketAddress page) {
  static PageVisit to(VirtualKit kit) {
    return new PageVisit(kit.configPage().orElseThrow());
  }

  /** Asks for this URL and waits until the kit hangs up. */
  void get(String url) throws IOException {
    try (Socket socket = new Socket(page.getAddress(), page.getPort())) {
      String request = "GET " + url + " HTTP/1.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      byte[] unused = socket.getInputStream().readAllBytes();
    }
  }
}
