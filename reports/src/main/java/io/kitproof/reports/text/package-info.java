/**
 * How text and time are written for people: control characters made visible, times locale-proof.
 *
 * <p>Enter through {@link io.kitproof.reports.text.Printable} and {@link
 * io.kitproof.reports.text.Times}. May use: nothing. Used by: everything that renders.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
