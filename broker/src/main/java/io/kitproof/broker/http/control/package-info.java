/**
 * The operations of AWS IoT's control plane (rest-json, the model of 2015-05-28): from HTTP to the
 * registry and back. Enter through {@link io.kitproof.broker.http.control.Control}. May use: http,
 * policy, registry, fault. Used by: the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.http.control;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
