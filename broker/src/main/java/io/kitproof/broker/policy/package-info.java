/**
 * What an account's policies allow. Enter through {@link
 * io.kitproof.broker.policy.PolicyDocument#parse} and {@link io.kitproof.broker.policy.PolicySet}.
 * May use: fault. Used by: registry, http, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
