package io.kitproof.boards.sensor;

import io.kitproof.boards.RigException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks its source round after round, evenly, and hands every sample on. */
final class PollingSensor implements Sensor {
  private static final Logger log = LoggerFactory.getLogger(PollingSensor.class);

  private record Watch(int channel, SampleListener listener) {}

  private final String name;
  private final SampleSource source;
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private boolean started;
  private volatile boolean closing;

  PollingSensor(String name, SampleSource source) {
    this.name = name;
    this.source = source;
    this.thread = new Thread(this::run, "kitproof-sensor-" + name);
    thread.setDaemon(true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration sampleInterval() {
    return source.worstGap();
  }

  @Override
  public synchronized void watch(int channel, SampleListener listener) {
    if (closing) {
      throw new IllegalStateException(name + " is closed.");
    }
    watches.add(new Watch(channel, listener));
    source.watching(channels());
    if (!started) {
      started = true;
      thread.start();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      source.watching(List.of());
    }
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join(); // ends within one exchange, which has a deadline
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Integer> channels() {
    return watches.stream().map(Watch::channel).distinct().sorted().toList();
  }

  private void run() {
    boolean failedBefore = false;
    while (!closing) {
      long start = System.nanoTime();
      try {
        source.sample(channels(), this::hand);
        failedBefore = false;
      } catch (RigException why) {
        if (failedBefore && !closing) {
          tellLost(why);
          return;
        }
        failedBefore = true;
      } catch (IllegalStateException closed) {
        // The JVM is ending, and its shutdown hook has closed the line: nobody is watching any
        // more.
        return;
      }
      await(start + source.round().toNanos());
    }
  }

  private void hand(int channel, boolean lit, long nanos) {
    for (Watch watch : watches) {
      if (watch.channel == channel && !closing) {
        tell(watch, listener -> listener.sampled(channel, lit, nanos));
      }
    }
  }

  private void tellLost(RigException why) {
    log.warn("{} is lost: {}", name, why.getMessage());
    for (Watch watch : watches) {
      tell(watch, listener -> listener.lost(why));
    }
  }

  private void tell(Watch watch, Consumer<SampleListener> what) {
    try {
      what.accept(watch.listener);
    } catch (RuntimeException bug) {
      log.error("A listener of {} channel {} failed", name, watch.channel, bug);
    }
  }

  private void await(long nanos) {
    for (long left = nanos - System.nanoTime();
        left > 0 && !closing;
        left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }
}
