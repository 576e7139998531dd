package io.kitproof.boards.kit.config;

import java.net.InetSocketAddress;

/** Who serves the configuration page while a kit's own access point is up. */
@FunctionalInterface
public interface ConfigPage {
  /**
   * A page that is being served.
   *
   * @param address where the bench reaches what stations reach at port 80 of the kit
   * @param server is closed when the access point stops
   */
  record Served(InetSocketAddress address, AutoCloseable server) {}

  /** The kit's own server. */
  static ConfigPage real() {
    return target -> {
      ConfigServer server = ConfigServer.open(target);
      return new Served(server.address(), server);
    };
  }

  /** Begins to serve the page of a kit. */
  Served serve(ConfigTarget target);
}
