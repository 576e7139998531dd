/**
 * What a cloud remembers: named tables, in memory or in a folder that survives the process. Enter
 * through {@link io.kitproof.broker.store.Store}. May use: nothing of Kitproof. Used by: core,
 * registry, shadow, the cloud.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.broker.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
