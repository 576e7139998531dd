package io.kitproof.boards.power;

import io.kitproof.boards.net.Releases;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.relay.RelayListener;
import io.kitproof.boards.serial.SerialLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outlets as contacts: closed cuts the power, open gives it. */
final class Supply implements PowerSwitch {
  private static final Logger log = LoggerFactory.getLogger(Supply.class);

  private static final Duration EXCHANGE = Duration.ofMillis(500);

  private final Outlets outlets;
  private final Runnable ending;
  private final Deque<RelayBoard> boards = new ArrayDeque<>();

  Supply(Outlets outlets, Runnable ending) {
    this.outlets = outlets;
    this.ending = ending;
  }

  @Override
  public synchronized RelayBoard relays(
      String name, int channels, BitSet fed, RelayListener listener) {
    RelayBoard board = RelayBoard.over(name, channels, new Driver(name, fed), listener);
    boards.push(board);
    return board;
  }

  @Override
  public Optional<BitSet> feeding(BitSet channels) {
    outlets.greet();
    BitSet feeding = new BitSet();
    for (int channel : channels.stream().toArray()) {
      Optional<Boolean> feeds = outlets.feeds(channel);
      if (feeds.isEmpty()) {
        return Optional.empty();
      }
      feeding.set(channel, feeds.get());
    }
    return Optional.of(feeding);
  }

  @Override
  public synchronized void close() {
    try {
      while (!boards.isEmpty()) {
        boards.pop().close();
      }
    } finally {
      ending.run();
    }
  }

  private final class Driver implements RelayDriver {
    private final String name;
    private final BitSet fed;
    private final Releases releases;
    private boolean unverified;

    Driver(String name, BitSet fed) {
      this.name = name;
      this.fed = (BitSet) fed.clone();
      this.releases = new Releases(name);
    }

    @Override
    public Object port() {
      return outlets.place();
    }

    @Override
    public Sent set(int channel, boolean closed, long notBeforeNanos) {
      await(notBeforeNanos);
      long written = System.nanoTime();
      outlets.feed(channel, !closed);
      return new Sent(written, System.nanoTime());
    }

    @Override
    public void release(BitSet channels) {
      for (int channel : mine(channels)) {
        outlets.feed(channel, true);
      }
    }

    @Override
    public Optional<BitSet> closed(BitSet channels) {
      BitSet cut = new BitSet();
      for (int channel : mine(channels)) {
        Optional<Boolean> feeds = outlets.feeds(channel);
        if (feeds.isEmpty()) {
          tellOnce();
          return Optional.empty();
        }
        cut.set(channel, !feeds.get());
      }
      return Optional.of(cut);
    }

    private int[] mine(BitSet channels) {
      return channels.stream().filter(fed::get).toArray();
    }

    private void tellOnce() {
      if (!unverified) {
        unverified = true;
        log.warn("{} on {} has no read-back: its moves are not verified", name, port());
      }
    }

    @Override
    public Duration readBackTime() {
      return EXCHANGE.multipliedBy(2);
    }

    @Override
    public Duration exchangeTime() {
      return EXCHANGE;
    }

    @Override
    public boolean times(Duration hold) {
      return outlets.times(hold);
    }

    @Override
    public Optional<Sent> flash(int channel, Duration hold) {
      long written = System.nanoTime();
      outlets.cut(channel, hold);
      return Optional.of(new Sent(written, System.nanoTime()));
    }

    @Override
    public SerialLine.Registration atShutdown(Runnable release) {
      SerialLine.Registration registered = releases.add(release);
      return () -> {
        registered.close();
        releases.close();
      };
    }
  }

  /** Interrupted or not: a kit that stays off is worse than a run that ends late. */
  private static void await(long nanos) {
    boolean interrupted = false;
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
