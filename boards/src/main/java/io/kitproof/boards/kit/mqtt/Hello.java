package io.kitproof.boards.kit.mqtt;

import java.time.Duration;

/**
 * How a client introduces itself: what of a CONNECT its application decides.
 *
 * @param keepAlive zero for none; whole seconds count
 * @param cleanSession false where the broker is to keep what concerns this client id
 */
public record Hello(String clientId, Duration keepAlive, boolean cleanSession) {}
