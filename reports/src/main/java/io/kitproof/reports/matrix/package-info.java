/**
 * What a self-check proved: which scenario catches which mistake, what it names, and what no fault
 * of a bench may do.
 *
 * <p>Enter through {@link io.kitproof.reports.matrix.Matrix} and {@link
 * io.kitproof.reports.matrix.MatrixFolder}. May use: the root of reports, page, text. Used by:
 * steps, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.matrix;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
