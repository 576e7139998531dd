/**
 * Renderings of what one scenario saw: console transcripts, packet log, timeline and its page, and
 * their way into Allure.
 *
 * <p>Enter through {@link io.kitproof.reports.evidence.Exhibit} and {@link
 * io.kitproof.reports.evidence.TimelinePage}. May use: the root of reports, text, Jackson's
 * generator, Allure. Used by: page, run, steps.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.evidence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
