package io.kitproof.broker.traffic;

import java.net.InetSocketAddress;

/**
 * A client that is connected: its CONNECT was accepted and it has not gone.
 *
 * @param sinceNanos {@link System#nanoTime()} when its CONNECT was accepted
 */
public record Connected(
    long connection,
    String clientId,
    String principal,
    InetSocketAddress remote,
    long sinceNanos) {}
