package io.kitproof.boards.relay;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.RigException;
import java.time.Duration;
import java.util.Optional;

/**
 * A board of relay contacts. All of them are opened when it is opened, when it is closed and when
 * the JVM ends, also by SIGTERM. Any thread may use it.
 *
 * <p>Wherever the board can be asked, each move is read back; one that disagrees is an error.
 */
public interface RelayBoard extends AutoCloseable {
  /**
   * A board with these contacts, opened; the caller closes it.
   *
   * @throws RigException when a contact cannot be opened
   */
  static RelayBoard over(String name, int channels, RelayDriver driver, RelayListener listener) {
    return Contacts.open(name, channels, driver, listener);
  }

  /** Its name in the bench file. */
  String name();

  /** How many contacts it has; they are counted from 0. */
  int channels();

  /**
   * Closes a contact and keeps it closed: the button is pressed.
   *
   * @throws RigException when the board does not answer or reads it back open
   */
  @CanIgnoreReturnValue
  Switched close(int channel);

  /**
   * Opens a contact: the button is let go.
   *
   * @throws RigException when the board does not answer or reads it back closed
   */
  @CanIgnoreReturnValue
  Switched open(int channel);

  /**
   * Closes a contact for a while. Timed by the board where it can time just that, else by this
   * host, typically within 0.5 ms. The contact is opened whatever happens; when the thread is
   * interrupted, early, and the thread stays interrupted.
   *
   * @param hold from closing command to opening command, above zero
   * @throws RigException when the board does not answer or reads back otherwise
   */
  @CanIgnoreReturnValue
  Pulse pulse(int channel, Duration hold);

  /** Whether the board says that a contact is closed; empty when it cannot be asked. */
  Optional<Boolean> closed(int channel);

  /** Opens all contacts. The board cannot be used any more. */
  @Override
  void close();
}
