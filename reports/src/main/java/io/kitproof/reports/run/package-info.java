/**
 * What a run leaves behind: its folder with page, document and timelines, and the words for the
 * terminal.
 *
 * <p>Enter through {@link io.kitproof.reports.run.ReportFolder}, {@link
 * io.kitproof.reports.run.RunJson} and {@link io.kitproof.reports.run.RunSummary}. May use: the
 * root of reports, text, evidence, page, Jackson's generator. Used by: steps, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
