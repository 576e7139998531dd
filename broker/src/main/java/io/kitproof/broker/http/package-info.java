/**
 * The web services of the cloud: requests, answers, who is asking, and which operation serves what.
 * Put operations into {@link io.kitproof.broker.http.Routes}. May use: fault, http.sign, ca, door,
 * gateway (only to hand over what turns out to be MQTT). Used by: http.data, http.control, the
 * cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
