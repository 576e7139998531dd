/**
 * Contacts that press things: what a relay board offers whatever its family. Enter through {@link
 * io.kitproof.boards.relay.RelayBoard}; families supply a {@link
 * io.kitproof.boards.relay.RelayDriver}. Used by: family, fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
