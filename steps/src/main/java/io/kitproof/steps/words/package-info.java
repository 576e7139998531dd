/**
 * The words the features use: one line of Java for each step, and the domain objects their
 * parameters are.
 *
 * <p>Enter through a feature file. May use: fixtures. Used by: Cucumber, and steps, which names
 * this package as its glue.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.steps.words;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
