/**
 * How the command speaks to people and to programs: where to write, whether in colour, and the
 * spelling of durations. Enter through {@link io.kitproof.cli.terminal.Screen}. May use: nothing of
 * ours. Used by: cli, benchmark.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.cli.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
