package io.kitproof.boards.kit;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * The timers of one power-on. One thread serves them all, so that what is due earlier happens
 * earlier however busy the host is; and a host that stalls makes the firmware slow, not impatient.
 */
final class Timekeeper {
  /** How often it looks at the host's clock in between. */
  private static final Duration GRAIN = Duration.ofMillis(200);

  /** Waking up later than this is not the scheduler's usual grain but a host that had no time. */
  private static final long STALL_NANOS = 5_000_000;

  private final FirmwareClock clock;
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private long dead;
  private long order;

  /** Something to do at some moment, in nanoseconds of real time without the stalls. */
  record Alarm(long due, long order, Runnable deed) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      int byTime = Long.compare(due - other.due, 0);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  Timekeeper(FirmwareClock clock) {
    this.clock = clock;
  }

  /** Does it after so much firmware time, on the timer thread: be quick. */
  synchronized Alarm in(Duration firmware, Runnable deed) {
    return at(now() + clock.real(firmware).toNanos(), deed);
  }

  /** Does it again and again, first after one period. */
  synchronized void every(Duration firmware, Runnable deed) {
    repeat(now(), clock.real(firmware).toNanos(), deed);
  }

  synchronized void cancel(Alarm alarm) {
    alarms.remove(alarm);
  }

  private synchronized void repeat(long from, long period, Runnable deed) {
    long due = from + period;
    Alarm unused =
        at(
            due,
            () -> {
              deed.run();
              repeat(due, period, deed);
            });
  }

  private Alarm at(long due, Runnable deed) {
    Alarm alarm = new Alarm(due, order++, deed);
    alarms.add(alarm);
    notifyAll();
    return alarm;
  }

  /** Serves the timers until interrupted. */
  void run() throws InterruptedException {
    while (true) {
      next().deed.run();
    }
  }

  private synchronized Alarm next() throws InterruptedException {
    long grain = clock.real(GRAIN).toNanos();
    while (true) {
      Alarm first = alarms.peek();
      if (first == null) {
        wait();
      } else if (first.due - now() <= 0) {
        return alarms.remove();
      } else {
        pass(Math.min(grain, first.due - now()));
      }
    }
  }

  private synchronized void pass(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    TimeUnit.NANOSECONDS.timedWait(this, nanos);
    long late = System.nanoTime() - end;
    if (late > STALL_NANOS) {
      dead += late;
    }
  }

  private long now() {
    return System.nanoTime() - dead;
  }
}
