/**
 * How fast and how faithful the harness is, on this machine: {@code kitproof benchmark}. Enter
 * through {@link io.kitproof.cli.benchmark.BenchmarkCommand}. May use: load, terminal, steps,
 * reports, fixtures, boards' ptys. Used by: cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.cli.benchmark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
