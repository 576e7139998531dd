/**
 * Points for what students handed in: a rubric, what came of each submission, the grade sheet and
 * the pages.
 *
 * <p>Enter through {@link io.kitproof.reports.grading.Rubric} and {@link
 * io.kitproof.reports.grading.GradeFolder}. May use: the root of reports, page, text, the YAML and
 * submissions of fixtures. Used by: steps, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.grading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
