/**
 * The door of the cloud: TLS, identity, the rules of AWS IoT for packets, capture, scripted
 * misbehaviour. Enter through {@link io.kitproof.broker.gateway.DeviceGateway}. May use: ca, core
 * (only through {@link io.kitproof.broker.core.BrokerCore}), traffic. Used by: the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
