/**
 * The errors of AWS's web services. Throw {@link io.kitproof.broker.fault.AwsFault}. May use:
 * nothing of Kitproof. Used by: registry, policy, shadow, http.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
