package io.kitproof.broker.gateway;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/**
 * What a client said of itself in its CONNECT, for policies that ask.
 *
 * @param connectAttributes {@code PersistentConnect} and {@code LastWill} where they are true
 * @param lastWillTopic of the will, if it has one
 */
public record Guest(
    String clientId,
    InetSocketAddress remote,
    Set<String> connectAttributes,
    Optional<String> lastWillTopic) {}
