/**
 * Keys and certificates. Enter through {@link io.kitproof.broker.ca.CertificateAuthority}. May use:
 * nothing of Kitproof. Used by: the cloud, fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.ca;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
