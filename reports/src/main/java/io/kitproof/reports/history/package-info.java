/**
 * What all runs before proved: a ledger of scenarios in the state folder, and what it says of
 * benches and their parts.
 *
 * <p>Enter through {@link io.kitproof.reports.history.Ledger} and {@link
 * io.kitproof.reports.history.History}. May use: the root of reports, text, the state folder and
 * bench files of fixtures, Jackson. Used by: steps' suite, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
