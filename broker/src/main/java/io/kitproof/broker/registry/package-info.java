/**
 * What an AWS account knows of its devices: things, their types and groups, certificates and who
 * signed them, policies and what they are attached to. Enter through {@link
 * io.kitproof.broker.registry.Registry}; refusals are AwsFaults with AWS's own words, or with its
 * generic ones where nobody has published the words. May use: ca, fault, policy, store. Used by:
 * http.control, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.registry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
