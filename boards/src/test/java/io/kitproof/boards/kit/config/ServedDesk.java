package io.kitproof.boards.kit.config;

import java.io.IOException;

/** A desk whose page is served, a browser at it, and what the server says to all and sundry. */
final class ServedDesk implements AutoCloseable {
  static final String EMPTY =
      """
      HTTP/1.1 200 OK
      Content-Type: text/html
      Transfer-Encoding: chunked
      Cache-Control: no-store, no-cache, must-revalidate, post-check=0, pre-check=0
      Connection: Keep-Alive

      0

      """;
  static final String NOT_FOUND =
      """
      HTTP/1.1 404 Not Found
      Content-Length: 0
      Connection: Keep-Alive

      """;
  static final String SETTINGS = "/config/configuration_settings.html";
  static final String END = "\n\n";
  static final String LAST_CHUNK = "\n0\n\n";

  final Desk kit = new Desk();
  final ConfigServer server = ConfigServer.open(kit);
  final Browser browser;

  ServedDesk() throws IOException {
    browser = new Browser(server.address());
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
  }
}
