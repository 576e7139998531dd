/**
 * Kitproof's proof of itself: every mistake and every fault of a bench against the features, on
 * many virtual benches at once.
 *
 * <p>Enter through {@link io.kitproof.steps.selfcheck.SelfCheck}. May use: steps, fixtures, the
 * matrix of reports. Used by: cli, and the build's profile self-check.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.steps.selfcheck;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
