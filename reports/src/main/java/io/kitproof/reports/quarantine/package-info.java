/**
 * Scenarios that run but decide nothing for a while: who promised to mend them, and until when.
 *
 * <p>Enter through {@link io.kitproof.reports.quarantine.Quarantine}. May use: the root of reports,
 * SnakeYAML. Used by: steps' suite, cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.quarantine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
