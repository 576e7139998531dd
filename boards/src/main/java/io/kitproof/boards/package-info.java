/**
 * What is wired to a bench: serial lines, relay boards, LED sensors and their virtual twins. Here
 * lives only {@link io.kitproof.boards.RigException}, the bench's fault in words. Used by:
 * fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
