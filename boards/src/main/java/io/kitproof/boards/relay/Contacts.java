package io.kitproof.boards.relay;

import io.kitproof.boards.RigException;
import io.kitproof.boards.serial.SerialLine;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one relay board there is; what differs between families is in their drivers. */
final class Contacts implements RelayBoard {
  private static final Logger log = LoggerFactory.getLogger(Contacts.class);

  /** How late a board may open that times a press itself: its clock is no better than ours. */
  private static final Duration LATE = Duration.ofMillis(250);

  private final String name;
  private final int channels;
  private final RelayDriver driver;
  private final RelayListener listener;
  private final SerialLine.Registration shutdown;

  /** Held by commands that close a contact, so that none can slip in behind the final release. */
  private final Object gate = new Object();

  private final BitSet touched = new BitSet();
  private boolean closed;

  private Contacts(String name, int channels, RelayDriver driver, RelayListener listener) {
    this.name = name;
    this.channels = channels;
    this.driver = driver;
    this.listener = listener;
    this.shutdown = driver.atShutdown(this::close);
  }

  static Contacts open(String name, int channels, RelayDriver driver, RelayListener listener) {
    Contacts contacts = new Contacts(name, channels, driver, listener);
    try {
      BitSet all = new BitSet();
      all.set(0, channels);
      driver.release(all);
      driver.closed(all).ifPresent(contacts::refuseClosed);
      return contacts;
    } catch (RuntimeException failed) {
      contacts.shutdown.close();
      throw failed;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public Switched close(int channel) {
    check(channel);
    return tell(press(channel, true));
  }

  @Override
  public Switched open(int channel) {
    check(channel);
    return tell(letGo(channel, System.nanoTime()));
  }

  @Override
  public Optional<Boolean> closed(int channel) {
    check(channel);
    return driver.closed(only(channel)).map(positions -> positions.get(channel));
  }

  @Override
  public Pulse pulse(int channel, Duration hold) {
    check(channel);
    if (hold.isNegative() || hold.isZero()) {
      throw new IllegalArgumentException("A press lasts longer than " + hold.toMillis() + " ms.");
    }
    Press press = new Press(channel, hold);
    try {
      return press.run();
    } catch (RuntimeException | Error failed) {
      press.rescue(failed);
      throw failed;
    }
  }

  @Override
  public void close() {
    BitSet release;
    synchronized (gate) {
      if (closed) {
        return;
      }
      closed = true;
      release = (BitSet) touched.clone();
    }
    shutdown.close();
    driver.release(release);
  }

  /** One pulse, from closing to opening. */
  private final class Press {
    private final int channel;
    private final Duration hold;
    private boolean letGo;

    Press(int channel, Duration hold) {
      this.channel = channel;
      this.hold = hold;
    }

    Pulse run() {
      boolean verify = hold.compareTo(driver.readBackTime()) > 0;
      Optional<Switched> flashed = driver.times(hold) ? flash(verify) : Optional.empty();
      boolean boardTimed = flashed.isPresent();
      Switched down = tell(flashed.orElseGet(() -> press(channel, verify)));
      long end = down.writtenNanos() + hold.toNanos();
      boolean whole = Moment.await(boardTimed ? end : end - driver.exchangeTime().toNanos());
      try {
        Switched up =
            boardTimed && whole ? released(end) : letGo(channel, whole ? end : System.nanoTime());
        letGo = true;
        return new Pulse(down, tell(up), boardTimed && whole);
      } finally {
        if (!whole) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private Optional<Switched> flash(boolean verify) {
      long commanded = System.nanoTime();
      Optional<RelayDriver.Sent> sent;
      synchronized (gate) {
        refuseWhenClosed();
        touched.set(channel);
        sent = driver.flash(channel, hold);
      }
      return sent.map(s -> switched(channel, true, commanded, s, verify));
    }

    /** Asks the board whether it has opened; it started to count when the command had arrived. */
    private Switched released(long end) {
      long deadline = end + 2 * driver.readBackTime().toNanos() + LATE.toNanos();
      Optional<BitSet> positions = driver.closed(only(channel));
      while (positions.isPresent() && !positions.get().isEmpty()) {
        if (System.nanoTime() - deadline > 0) {
          throw RigException.stuck(name, driver.port(), channel, false);
        }
        positions = driver.closed(only(channel));
      }
      return new Switched(channel, false, end, end, System.nanoTime(), positions.isPresent());
    }

    /** Opens the contact after all when something went wrong while it was closed. */
    void rescue(Throwable failed) {
      if (letGo) {
        return;
      }
      try {
        driver.release(only(channel));
      } catch (RuntimeException too) {
        failed.addSuppressed(too);
      }
    }
  }

  private Switched press(int channel, boolean verify) {
    long commanded = System.nanoTime();
    RelayDriver.Sent sent;
    synchronized (gate) {
      refuseWhenClosed();
      touched.set(channel);
      sent = driver.set(channel, true, commanded);
    }
    return switched(channel, true, commanded, sent, verify);
  }

  /** Opening is tried twice: a contact that stays closed is worse than a late one. */
  private Switched letGo(int channel, long notBefore) {
    try {
      return switched(channel, false, notBefore, driver.set(channel, false, notBefore), true);
    } catch (RigException first) {
      log.warn("{} is asked once more to open contact {}: {}", name, channel, first.getMessage());
      try {
        long again = System.nanoTime();
        return switched(channel, false, again, driver.set(channel, false, again), true);
      } catch (RigException second) {
        first.addSuppressed(second);
        throw first;
      }
    }
  }

  private Switched switched(
      int channel, boolean closed, long commanded, RelayDriver.Sent sent, boolean verify) {
    Optional<BitSet> positions = verify ? driver.closed(only(channel)) : Optional.empty();
    if (positions.isPresent() && positions.get().get(channel) != closed) {
      throw RigException.stuck(name, driver.port(), channel, closed);
    }
    return new Switched(
        channel,
        closed,
        commanded,
        sent.writtenNanos(),
        sent.acknowledgedNanos(),
        positions.isPresent());
  }

  private Switched tell(Switched what) {
    listener.switched(name, what);
    return what;
  }

  private void refuseClosed(BitSet positions) {
    if (!positions.isEmpty()) {
      throw RigException.stuck(name, driver.port(), positions.nextSetBit(0), false);
    }
  }

  private void check(int channel) {
    if (channel < 0 || channel >= channels) {
      throw new IllegalArgumentException(
          "%s has no contact %d: they are 0 to %d.".formatted(name, channel, channels - 1));
    }
  }

  private void refuseWhenClosed() {
    if (closed) {
      throw new IllegalStateException(name + " is closed.");
    }
  }

  private static BitSet only(int channel) {
    BitSet one = new BitSet();
    one.set(channel);
    return one;
  }
}
