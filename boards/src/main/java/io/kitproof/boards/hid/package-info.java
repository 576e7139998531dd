/**
 * USB devices that speak in HID reports. Enter through {@link io.kitproof.boards.hid.HidChannel};
 * hid4java is loaded when the first one is opened, and may be missing until then. Used by: family,
 * virtual, fixtures.
 */
@NullMarked
@CheckReturnValue
package io.kitproof.boards.hid;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
