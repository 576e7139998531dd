package io.kitproof.boards.serial;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.RigException;

/**
 * Bytes to a part of the bench and back, kept open until closed: over a serial port of this
 * computer, or over the network. What arrives goes to the {@link SerialLine.Receiver} it was opened
 * with.
 */
public interface ByteLine extends AutoCloseable {
  /** The part of the bench this line belongs to. */
  String part();

  /** Where it leads, as errors name it: the path of a port, or an address. */
  Object port();

  /**
   * Sends bytes.
   *
   * @return {@link System#nanoTime()} at the return of the write
   * @throws RigException when the line is gone
   * @throws IllegalStateException after {@link #close()}
   */
  @CanIgnoreReturnValue
  long write(byte[] bytes);

  /**
   * Has {@code release} run when the JVM ends while this line is open, before it is closed.
   *
   * @return ends that; closing the line does too
   */
  SerialLine.Registration atShutdown(Runnable release);

  /** That it is gone, in words: who had it and during what, as a noun. */
  RigException gone(String who, String doing);

  /** Gives it back. Safe to call twice, and from the receiver. */
  @Override
  void close();
}
