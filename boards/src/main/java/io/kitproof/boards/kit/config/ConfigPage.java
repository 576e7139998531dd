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

  /** Nobody: stations may join, but no request reaches a server. */
  ConfigPage NOBODY =
      target -> new Served(InetSocketAddress.createUnresolved("192.168.0.1", 80), () -> {});

  /** Begins to serve the page of a kit. */
  Served serve(ConfigTarget target);
}
