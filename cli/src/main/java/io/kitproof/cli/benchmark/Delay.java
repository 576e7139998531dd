package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Client;
import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Ear;
import io.kitproof.cli.benchmark.load.Target;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** How long 500 messages a second, QoS 1, take from a publisher to a subscriber. */
final class Delay {
  private static final Duration PERIOD = Duration.ofMillis(2);
  private static final int PAYLOAD_BYTES = 100;
  private static final String TOPIC = "benchmark/delay";
  private static final byte[] TOPIC_BYTES = TOPIC.getBytes(StandardCharsets.US_ASCII);
  private static final long LOOK_NANOS = 1_000_000;
  private static final long LOST_NANOS = 15_000_000_000L;

  private Delay() {}

  /** One value a message, in nanoseconds. */
  static long[] measure(Crowd crowd, Target target, Duration time) {
    ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
    Client subscriber = Crowd.await(target, "connect", crowd.connect(target, timing(delays)));
    Client publisher = Crowd.await(target, "connect", crowd.connect(target, Ear.deaf()));
    try {
      Client unused = Crowd.await(target, "subscribe", subscriber.subscribe(TOPIC, 1));
      publish(publisher, time, delays);
    } finally {
      publisher.close();
      subscriber.close();
    }
    if (delays.isEmpty()) {
      throw target.silent("get a message delivered");
    }
    return delays.stream().mapToLong(Long::longValue).toArray();
  }

  private static void publish(Client publisher, Duration time, ConcurrentLinkedQueue<Long> came) {
    ScheduledFuture<?> sending = publisher.every(PERIOD, () -> publish(publisher));
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos() || nothingYet(came, start)) {
      LockSupport.parkNanos(publisher, LOOK_NANOS);
    }
    boolean unused = sending.cancel(false);
  }

  private static boolean nothingYet(ConcurrentLinkedQueue<Long> came, long start) {
    return came.isEmpty() && System.nanoTime() - start < LOST_NANOS;
  }

  private static void publish(Client publisher) {
    ByteBuffer payload = ByteBuffer.allocate(PAYLOAD_BYTES).putLong(System.nanoTime());
    publisher.publish(TOPIC_BYTES, 1, payload.array());
  }

  private static Ear timing(ConcurrentLinkedQueue<Long> delays) {
    return new Ear() {
      @Override
      public void message(ByteBuf topic, ByteBuf payload) {
        delays.add(System.nanoTime() - payload.getLong(payload.readerIndex()));
      }
    };
  }
}
