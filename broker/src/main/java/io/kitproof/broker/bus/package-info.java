/**
 * The one interface between the message broker and the services behind reserved topics. Publish
 * through {@link io.kitproof.broker.bus.Bus}; be published to as a {@link
 * io.kitproof.broker.bus.TopicService}. May use: nothing of Kitproof. Used by: gateway, shadow,
 * http, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.bus;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
