/**
 * Runs features on a bench and says what they proved.
 *
 * <p>Enter through {@link io.kitproof.steps.CourseRun}. May use: words, reports, fixtures,
 * Cucumber's runtime, Allure's Cucumber plugin. Used by: the suite of {@code mvn verify}, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.steps;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
