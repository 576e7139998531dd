/**
 * {@code kitproof bench}: who has which bench, and who wants it. Enter through {@link
 * io.kitproof.cli.bench.BenchCommand}. May use: terminal, the locks and marks of fixtures. Used by:
 * cli.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.cli.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
