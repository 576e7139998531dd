/**
 * Virtual kits: firmware that does what the course's apps do on a CYW943907, console on a
 * pseudo-terminal, pins on wires. Enter through {@link io.kitproof.boards.kit.VirtualKit}. May use:
 * virtual, kit.mqtt, kit.tls, kit.config. Used by: fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.kit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
