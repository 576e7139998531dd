/**
 * The operations of the data plane: shadows, messages, retained messages, connections. Enter
 * through {@link io.kitproof.broker.http.data.DataPlane}. May use: http, bus, shadow, store, fault,
 * gateway (only to ask for connections). Used by: the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.http.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
