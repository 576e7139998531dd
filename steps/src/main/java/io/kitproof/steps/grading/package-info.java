/**
 * Grades a folder of submissions: each on a bench of its own, some at once, in a folder that keeps
 * what is done whatever happens.
 *
 * <p>Enter through {@link io.kitproof.steps.grading.Grading}. May use: steps, the submissions of
 * fixtures, the grading of reports. Used by: cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.steps.grading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
