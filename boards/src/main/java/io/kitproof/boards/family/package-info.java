/**
 * The families of boards: their commands over one serial line, shared by contacts and sensors.
 * Enter through {@link io.kitproof.boards.family.BoardPort}. May use: serial, hid, net, relay,
 * sensor, wire. Used by: fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.family;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
