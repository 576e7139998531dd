/**
 * Pseudo-terminals: what stands where a USB serial adapter would. Enter through {@link Pty}. May
 * use: JNA. Used by: virtual, kit.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.pty;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
