/**
 * Serial ports, opened once and kept: the only room that touches jSerialComm. Enter through {@link
 * io.kitproof.boards.serial.SerialLine}; {@link io.kitproof.boards.serial.SerialPorts} tells what
 * would keep a port from opening without opening it. Used by: family, and whoever reads consoles.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.serial;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
