package io.kitproof.boards.kit;

import java.net.InetSocketAddress;

/**
 * A configuration page that a kit serves now.
 *
 * @param ssid the access point that it is served on
 * @param address where the bench reaches it: on a real kit port 80 at that access point
 */
public record OpenPage(String ssid, InetSocketAddress address) {}
