/**
 * What a message broker does once its traffic is clean: sessions, routing, retained messages. Enter
 * through {@link io.kitproof.broker.core.BrokerCore}. May use: bus, store, and the few classes that
 * reach into Moquette. Used by: gateway.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.core;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
