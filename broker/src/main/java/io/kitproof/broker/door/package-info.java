/**
 * Ports and TLS, whatever is spoken behind them. Enter through {@link io.kitproof.broker.door.Door}
 * and {@link io.kitproof.broker.door.Tls}. May use: ca. Used by: gateway, http.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.door;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
