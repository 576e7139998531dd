/**
 * Lines over the network: a serial port behind a server, raw or by RFC 2217, and boards that speak
 * TCP themselves. Enter through {@link io.kitproof.boards.net.NetworkLine}. May use: serial, wire.
 * Used by: family, and whoever reads consoles.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.net;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
