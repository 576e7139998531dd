/**
 * The page of a run: one file, nothing from elsewhere, everything escaped.
 *
 * <p>Enter through {@link io.kitproof.reports.page.RunPage}. May use: the root of reports, text,
 * evidence. Used by: run.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
