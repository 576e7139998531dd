/**
 * What the gateway saw: packets, handshakes, ends of connections. Listen through {@link
 * io.kitproof.broker.traffic.TrafficListener}. May use: nothing of Kitproof. Used by: gateway, the
 * cloud, fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
