/**
 * Why a scenario failed: the most probable cause, by what was seen, in the words of whoever has to
 * mend it. Rules stand in the order of the layers a kit climbs: boot, network, TLS, cloud, button,
 * message, light. A rule accuses only on evidence of its own; where nothing matches, nobody is
 * accused.
 *
 * <p>Enter through {@link io.kitproof.reports.diagnosis.Diagnosis}. May use: the root of reports,
 * fixtures' timeline and firmware. Used by: steps.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.reports.diagnosis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
