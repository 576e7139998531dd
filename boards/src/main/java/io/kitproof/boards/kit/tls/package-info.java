/**
 * The TLS client of WICED 4.1 (BESL): nothing newer than 1.2, a peer check that looks at the common
 * name alone, no clock. Enter through {@link io.kitproof.boards.kit.tls.TlsClient}. May use:
 * nothing. Used by: kit.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.kit.tls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
