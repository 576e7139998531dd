/**
 * The door of the cloud: TLS, identity, the rules of AWS IoT for packets, capture, scripted
 * misbehaviour. Enter through {@link io.kitproof.broker.gateway.DeviceGateway}. May use: bus, ca,
 * core (only {@link io.kitproof.broker.core.BrokerCore} and {@link
 * io.kitproof.broker.core.Messages}), door, store, traffic. Used by: http, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
