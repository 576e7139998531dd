/**
 * Signature Version 4, checked as AWS does. Enter through {@link
 * io.kitproof.broker.http.sign.Signatures}. May use: fault. Used by: http, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.http.sign;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
