package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Client;
import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Ear;
import io.kitproof.cli.benchmark.load.Target;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One client publishes as fast as the broker takes and delivers it: never more than a hundred
 * messages without acknowledgement, nor more than a hundred on their way to each subscriber, so
 * that no broker's queue, and no broker's dropping of QoS 0, is what is measured.
 */
final class Flow {
  private static final int WINDOW = 100;
  private static final int PAYLOAD_BYTES = 100;
  private static final String TOPIC = "benchmark/flow";
  private static final byte[] TOPIC_BYTES = TOPIC.getBytes(StandardCharsets.US_ASCII);
  private static final long LOOK_NANOS = 5_000_000;

  /** What has not come for so long is lost; a broker may send again after 5 s. */
  private static final long LOST_NANOS = 15_000_000_000L;

  private final int qos;
  private final int subscribers;
  private final byte[] payload = new byte[PAYLOAD_BYTES];
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicBoolean pumping = new AtomicBoolean();
  private volatile long lastNanos;
  private volatile boolean open;
  private long sent;
  private int unacknowledged;

  private Flow(int qos, int subscribers) {
    this.qos = qos;
    this.subscribers = subscribers;
  }

  /**
   * What came of it.
   *
   * @param delivered to all subscribers together
   * @param lost what did not arrive
   * @param nanos from the first publish to the last arrival
   */
  record Result(long delivered, long lost, long nanos) {
    double perSecond() {
      return delivered * 1e9 / nanos;
    }
  }

  /** Publishes for that long, and waits for what is still on its way. */
  static Result measure(Crowd crowd, Target target, int qos, int subscribers, Duration time) {
    return new Flow(qos, subscribers).run(crowd, target, time);
  }

  private Result run(Crowd crowd, Target target, Duration time) {
    List<Client> clients = new ArrayList<>();
    try {
      Client publisher = Crowd.await(target, "connect", crowd.connect(target, new Publishing()));
      clients.add(publisher);
      for (int i = 0; i < subscribers; i++) {
        Client subscriber =
            Crowd.await(target, "connect", crowd.connect(target, new Counting(publisher)));
        clients.add(subscriber);
        Client unused = Crowd.await(target, "subscribe", subscriber.subscribe(TOPIC, qos));
      }
      return flow(target, publisher, time);
    } finally {
      clients.forEach(Client::close);
    }
  }

  private Result flow(Target target, Client publisher, Duration time) {
    long start = System.nanoTime();
    lastNanos = start;
    publisher.run(
        () -> {
          open = true;
          pump(publisher);
        });
    while (System.nanoTime() - start < time.toNanos() && moving()) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    long all = Crowd.await(target, "stop publishing", stopped(publisher)) * subscribers;
    while (delivered.get() < all && moving()) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    long came = delivered.get();
    if (came == 0) {
      throw target.silent("get a message delivered");
    }
    return new Result(came, all - came, Math.max(1, lastNanos - start));
  }

  /** How many were sent, once there will be no more. */
  private CompletableFuture<Long> stopped(Client publisher) {
    CompletableFuture<Long> all = new CompletableFuture<>();
    publisher.run(
        () -> {
          open = false;
          boolean unused = all.complete(sent);
        });
    return all;
  }

  private boolean moving() {
    return System.nanoTime() - lastNanos < LOST_NANOS;
  }

  /** On the publisher's thread, as are the fields it changes. */
  private void pump(Client publisher) {
    pumping.set(false);
    long room = delivered.get() / subscribers + WINDOW;
    while (open && unacknowledged < WINDOW && sent < room) {
      publisher.publish(TOPIC_BYTES, qos, payload);
      sent++;
      unacknowledged += qos;
    }
  }

  private final class Publishing implements Ear {
    @Override
    public void acknowledged() {
      unacknowledged--;
    }

    @Override
    public void settled(Client self) {
      pump(self);
    }
  }

  private final class Counting implements Ear {
    private final Client publisher;
    private long count;

    Counting(Client publisher) {
      this.publisher = publisher;
    }

    @Override
    public void message(ByteBuf topic, ByteBuf body) {
      count++;
    }

    @Override
    public void settled(Client self) {
      if (count > 0) {
        lastNanos = System.nanoTime();
        long unused = delivered.addAndGet(count);
        count = 0;
        if (open && pumping.compareAndSet(false, true)) {
          publisher.run(() -> pump(publisher));
        }
      }
    }
  }
}
