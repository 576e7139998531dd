/**
 * Eyes on LEDs: inputs sampled again and again. Enter through {@link
 * io.kitproof.boards.sensor.Sensor}; families supply a {@link
 * io.kitproof.boards.sensor.SampleSource}. Used by: family, fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.sensor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
