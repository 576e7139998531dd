package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Connected;
import java.time.Duration;
import java.util.Map;

/**
 * A client that is connected, with what it was granted.
 *
 * @param protocolLevel 4 is MQTT 3.1.1, 5 is MQTT 5
 * @param sessionExpiry how long its session lasts after the connection, zero if it ends with it
 * @param subscriptions made over this connection: QoS by filter
 */
public record Visit(
    Connected connected,
    int protocolLevel,
    boolean cleanStart,
    Duration keepAlive,
    Duration sessionExpiry,
    Map<String, Integer> subscriptions) {}
