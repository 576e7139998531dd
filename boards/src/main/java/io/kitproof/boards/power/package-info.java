/**
 * Supplies of kits that are switched over the network or in a USB hub. An outlet is a contact in a
 * supply: open it gives power, closed it cuts it, so that a board that is released feeds everybody.
 * Enter through {@link io.kitproof.boards.power.PowerSwitch}. May use: relay, net. Used by:
 * fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.power;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
