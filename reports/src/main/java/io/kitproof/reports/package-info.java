/**
 * What a run found, as data: verdicts, causes, scenarios with their recordings.
 *
 * <p>Enter through {@link io.kitproof.reports.RunRecord} and {@link io.kitproof.reports.Judgement}.
 * May use: the timeline of fixtures, the exceptions of boards. Used by: everything in reports,
 * steps, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
