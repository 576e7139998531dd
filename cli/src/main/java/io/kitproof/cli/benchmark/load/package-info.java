/**
 * A small MQTT client that makes much load with little: the same for every broker measured. Enter
 * through {@link io.kitproof.cli.benchmark.load.Crowd}. May use: terminal, boards' faults. Used by:
 * benchmark.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.cli.benchmark.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
