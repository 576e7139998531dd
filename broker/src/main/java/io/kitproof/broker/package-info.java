/**
 * A local AWS IoT. Enter through {@link io.kitproof.broker.LocalCloud}. May use: ca, core, gateway,
 * traffic. Used by: fixtures, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
