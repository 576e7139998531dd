package io.kitproof.boards.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** One power-on of a kit: its threads, and whatever must end with them. */
final class Life implements Executor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String kit;
  private final FirmwareClock clock;
  private final Timekeeper time;
  private final AtomicBoolean keepingTime = new AtomicBoolean();
  private final Object output = new Object();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Runnable> belongings = new ArrayList<>();
  private boolean ended;
  private volatile boolean running = true;

  Life(String kit, FirmwareClock clock) {
    this.kit = kit;
    this.clock = clock;
    this.time = new Timekeeper(clock);
  }

  /** Runs it on a thread of its own, which ends with the power. */
  void spawn(String role, Runnable work) {
    Thread thread = new Thread(() -> untilPowerLost(work), "kitproof-" + kit + "-" + role);
    thread.setDaemon(true);
    synchronized (threads) {
      if (!running) {
        throw new PowerLost();
      }
      threads.add(thread);
      thread.start();
    }
  }

  @Override
  public void execute(Runnable work) {
    spawn("mqtt", work);
  }

  private static void untilPowerLost(Runnable work) {
    try {
      work.run();
    } catch (PowerLost e) {
      // Whatever it was doing is over; nothing is left to tidy up, as on a kit.
    }
  }

  /** Is run when the power goes; at once when it is gone. */
  void atPowerLoss(Runnable end) {
    boolean late;
    synchronized (threads) {
      late = ended;
      if (!late) {
        belongings.add(end);
      }
    }
    if (late) {
      end.run();
    }
  }

  /** Does what the world sees; never once the power is gone. */
  void output(Runnable deed) {
    synchronized (output) {
      if (!running) {
        throw new PowerLost();
      }
      deed.run();
    }
  }

  boolean running() {
    return running;
  }

  void sleep(Duration firmware) {
    Object nobody = new Object();
    synchronized (nobody) {
      boolean unused = await(nobody, () -> false, firmware);
    }
  }

  /**
   * Waits on a monitor, which the caller holds and whoever changes something notifies, until this
   * is done or so much firmware time has passed. True when it is done.
   */
  boolean await(Object monitor, BooleanSupplier done, Duration firmware) {
    AtomicBoolean over = new AtomicBoolean();
    keepTime();
    Timekeeper.Alarm alarm =
        time.in(
            firmware,
            () -> {
              synchronized (monitor) {
                over.set(true);
                monitor.notifyAll();
              }
            });
    try {
      while (!done.getAsBoolean() && !over.get()) {
        monitor.wait();
      }
    } catch (InterruptedException e) {
      throw new PowerLost();
    } finally {
      time.cancel(alarm);
    }
    boolean inTime = done.getAsBoolean();
    if (!inTime) {
      clock.ranOut(firmware);
    }
    return inTime;
  }

  /** Does something once in so much firmware time until the power goes. */
  void every(Duration firmware, Runnable work) {
    keepTime();
    time.every(firmware, work);
  }

  private void keepTime() {
    if (keepingTime.compareAndSet(false, true)) {
      spawn("timer", this::runTimers);
    }
  }

  private void runTimers() {
    try {
      time.run();
    } catch (InterruptedException e) {
      throw new PowerLost();
    }
  }

  void acquire(Semaphore semaphore) {
    try {
      semaphore.acquire();
    } catch (InterruptedException e) {
      throw new PowerLost();
    }
  }

  /** Waits for what comes next in a queue. */
  <T> T take(BlockingQueue<T> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new PowerLost();
    }
  }

  /** Puts something into a queue once there is room. */
  <T> void put(BlockingQueue<T> queue, T item) {
    try {
      queue.put(item);
    } catch (InterruptedException e) {
      throw new PowerLost();
    }
  }

  /** Everything stands still, connections stay half open, until the power goes. */
  void crash() {
    stop();
    throw new PowerLost();
  }

  /** The power goes: nothing of this life is seen, heard or sent after this returns. */
  void end() {
    stop();
    List<Runnable> ends;
    synchronized (threads) {
      ended = true;
      ends = List.copyOf(belongings);
      belongings.clear();
    }
    ends.forEach(Runnable::run);
    join();
  }

  private void stop() {
    synchronized (output) {
      running = false;
    }
    synchronized (threads) {
      threads.forEach(Thread::interrupt);
    }
  }

  private void join() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Thread> ending;
    synchronized (threads) {
      ending = List.copyOf(threads);
    }
    try {
      for (Thread thread : ending) {
        long left = deadline - System.nanoTime();
        if (thread != Thread.currentThread() && left > 0) {
          thread.join(Duration.ofNanos(left).toMillis() + 1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
