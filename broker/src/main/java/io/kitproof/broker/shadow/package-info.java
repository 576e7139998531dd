/**
 * Device shadows, classic and named, as AWS IoT keeps them. Enter through {@link
 * io.kitproof.broker.shadow.Shadows}. May use: bus, store, fault. Used by: http, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.shadow;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
