/**
 * What a kit that is not configured yet shows in a browser, and what the page may change in it.
 * Enter through {@link io.kitproof.boards.kit.config.ConfigServer} and {@link
 * io.kitproof.boards.kit.config.ConfigTarget}. May use: nothing. Used by: kit.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.kit.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
