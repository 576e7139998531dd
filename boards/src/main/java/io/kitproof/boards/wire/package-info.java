/**
 * The bytes boards speak, without any port: pure codecs, used by the drivers and by the virtual
 * boards alike and held by golden vectors. Enter through {@link io.kitproof.boards.wire.LcusFrame},
 * {@link io.kitproof.boards.wire.NumatoReply}, {@link io.kitproof.boards.wire.ModbusFrame}, {@link
 * io.kitproof.boards.wire.ByteRelay}, {@link io.kitproof.boards.wire.FirmataMessage}. May use:
 * nothing. Used by: family, virtual.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
