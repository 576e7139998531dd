/**
 * Boards that are not there: real bytes behind a pseudo-terminal, misbehaviour on request. Enter
 * through {@link VirtualBoard}, {@link VirtualHidRelay}, {@link VirtualHub}, {@link
 * VirtualOutlets}, {@link VirtualPort}, {@link VirtualSerialServer} and {@link Net}. May use: pty,
 * wire, hid for the channel of a twin, and serial for what serves a port. Used by: kit, fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.virtual;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
