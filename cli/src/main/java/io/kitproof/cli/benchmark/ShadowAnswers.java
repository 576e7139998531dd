package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Client;
import io.kitproof.cli.benchmark.load.Ear;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/**
 * What a subscriber hears of updated shadows. The answers of a kind for a thing come in the order
 * of its updates, so that the first update not done is the one that a third answer completes.
 */
final class ShadowAnswers implements Ear {
  /** Requests of a thing that may be in flight on a connection. */
  private static final int IN_FLIGHT = 10;

  private static final String THINGS = "$aws/things/benchmark-";
  private static final String UPDATE = "/shadow/update";
  private static final int ACCEPTED = 0;
  private static final int DOCUMENTS = 1;
  private static final int DELTA = 2;
  private static final int KINDS = 3;

  /** What is on its way of one thing's shadow. */
  private static final class Updates {
    private final Deque<Long> sentNanos = new ArrayDeque<>();
    private final long[] came = new long[KINDS];
    private long done;

    /** Whether this answer is the last of an update. */
    boolean complete(int kind) {
      came[kind]++;
      if (Math.min(came[ACCEPTED], Math.min(came[DOCUMENTS], came[DELTA])) == done) {
        return false;
      }
      done++;
      return true;
    }
  }

  /** All that was heard: how many updates are done, when the last was, how long each took. */
  record Told(long done, long lastNanos, long[] latencies) {}

  private final List<Updates> things = new ArrayList<>();
  private final LongStream.Builder latencies = LongStream.builder();
  private final AtomicBoolean calling = new AtomicBoolean();
  private Runnable arrival = () -> {};
  private long done;
  private long refused;
  private long lastNanos;

  ShadowAnswers(int things) {
    for (int i = 0; i < things; i++) {
      this.things.add(new Updates());
    }
  }

  /** Where the shadow of a thing is updated. */
  static String topic(int thing) {
    return THINGS + thing + UPDATE;
  }

  /** What to do when there may be room for another update; before the first one. */
  synchronized void arrived(Runnable deed) {
    arrival = deed;
  }

  /** The deed has begun: what arrives from now on needs another one. */
  void heeded() {
    calling.set(false);
  }

  synchronized boolean roomFor(int thing) {
    return things.get(thing).sentNanos.size() < IN_FLIGHT;
  }

  synchronized void sent(int thing, long nanos) {
    things.get(thing).sentNanos.add(nanos);
  }

  /** Updates that are done or refused. */
  synchronized long answered() {
    return done + refused;
  }

  /** When something was last heard; 0 before. */
  synchronized long lastNanos() {
    return lastNanos;
  }

  /** Only once: nothing is taken down afterwards. */
  synchronized Told told() {
    return new Told(done, lastNanos, latencies.build().toArray());
  }

  @Override
  public synchronized void message(ByteBuf topic, ByteBuf payload) {
    Updates updates = things.get(thing(topic));
    lastNanos = System.nanoTime();
    int last = topic.writerIndex() - 1;
    switch (topic.getByte(last)) {
      case 's' -> complete(updates, DOCUMENTS);
      case 'a' -> complete(updates, DELTA);
      default -> {
        if (topic.getByte(last - "ccepted".length()) == 'a') {
          complete(updates, ACCEPTED);
        } else {
          refused++;
          Long unused = updates.sentNanos.pollLast();
        }
      }
    }
  }

  private void complete(Updates updates, int kind) {
    if (updates.complete(kind)) {
      done++;
      latencies.accept(lastNanos - updates.sentNanos.remove());
    }
  }

  private static int thing(ByteBuf topic) {
    int number = 0;
    for (int i = topic.readerIndex() + THINGS.length(); topic.getByte(i) != '/'; i++) {
      number = number * 10 + topic.getByte(i) - '0';
    }
    return number;
  }

  @Override
  public void settled(Client self) {
    if (calling.compareAndSet(false, true)) {
      arrival.run();
    }
  }
}
