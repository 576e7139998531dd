package io.kitproof.boards.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One contact of a relay: what was commanded, where it stands, the nets it pulls low. */
final class Contact {
  private final int channel;
  private final Later clock;
  private final List<Net> nets = new ArrayList<>();
  private Faults faults = Faults.none();
  private Random bounces = new Random();
  private boolean commanded;
  private boolean closed;

  /** Counts commands: what an earlier one has still to come is void. */
  private int command;

  Contact(int channel, Later clock) {
    this.channel = channel;
    this.clock = clock;
  }

  synchronized void wire(Net net) {
    nets.add(net);
    net.set(!closed);
  }

  synchronized void misbehave(Faults faults) {
    this.faults = faults;
    faults.bounce().ifPresent(bounce -> bounces = new Random(bounce.seed() * 31 + channel));
    settle();
  }

  synchronized boolean closed() {
    return closed;
  }

  synchronized boolean readBack() {
    return faults.stuck().getOrDefault(channel, commanded);
  }

  synchronized void move(boolean close) {
    begin();
    obey(close);
  }

  synchronized void flash(boolean close, Duration time) {
    begin();
    obey(close);
    later(time, () -> obey(!close));
  }

  /** Lets go at once: the coil has no power any more. */
  synchronized void release() {
    begin();
    commanded = false;
    settle();
  }

  private synchronized void begin() {
    command++;
    drive(closed);
  }

  private synchronized void obey(boolean close) {
    commanded = close;
    if (faults.operateDelay().isZero()) {
      settle();
    } else {
      later(faults.operateDelay(), this::settle);
    }
  }

  private synchronized void settle() {
    boolean target = readBack();
    if (target != closed) {
      closed = target;
      drive(target);
      faults.bounce().ifPresent(this::bounce);
    }
  }

  /** Pairs of edges, away and back, at times drawn by the seed. */
  private synchronized void bounce(Faults.Bounce bounce) {
    int edges = 2 * (1 + bounces.nextInt(bounce.edges() / 2));
    long[] times = bounces.longs(edges, 0, bounce.within().toNanos() + 1).sorted().toArray();
    for (int i = 0; i < edges; i++) {
      boolean away = i % 2 == 0;
      // Relative to where it stands by then: the last edge always leaves it there.
      later(Duration.ofNanos(times[i]), () -> drive(closed != away));
    }
  }

  private synchronized void drive(boolean close) {
    nets.forEach(net -> net.set(!close));
  }

  private void later(Duration time, Runnable deed) {
    int due = command;
    clock.after(
        time,
        () -> {
          synchronized (this) {
            if (command == due) {
              deed.run();
            }
          }
        });
  }
}
