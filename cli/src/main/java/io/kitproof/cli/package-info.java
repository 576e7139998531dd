/**
 * The {@code kitproof} command: words in, exit codes and text out. Enter through {@link
 * io.kitproof.cli.Kitproof}. May use: everything. Used by: {@code ./kitproof}.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
