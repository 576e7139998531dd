/**
 * The MQTT 3.1.1 library of WICED 4.1, with everything it gets wrong: no return codes, one packet a
 * segment, no DUP; and as far as WICED 6 does better. Enter through {@link
 * io.kitproof.boards.kit.mqtt.MqttLibrary}. May use: nothing. Used by: kit.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.kit.mqtt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
