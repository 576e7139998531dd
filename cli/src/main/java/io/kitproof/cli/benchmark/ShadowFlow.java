package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Client;
import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Ear;
import io.kitproof.cli.benchmark.load.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * One client updates the shadows of all things in turn, QoS 1; another hears accepted, documents
 * and delta of all of them. An update is done when all three have arrived. At most a hundred are on
 * their way, and ten of a thing, which is what AWS IoT takes.
 */
final class ShadowFlow {
  private static final int WINDOW = 100;
  private static final long LOOK_NANOS = 2_000_000;
  private static final long LOST_NANOS = 15_000_000_000L;
  private static final List<String> ANSWERS = List.of("accepted", "rejected", "documents", "delta");

  private final byte[][] topics;
  private final ShadowUpdate update;
  private final ShadowAnswers answers;
  private final int documentBytes;
  private volatile boolean open;
  private int next;
  private long sent;

  private ShadowFlow(int documentBytes, int things) {
    this.documentBytes = documentBytes;
    this.update = ShadowUpdate.of(documentBytes);
    this.answers = new ShadowAnswers(things);
    this.topics =
        IntStream.range(0, things)
            .mapToObj(i -> ShadowAnswers.topic(i).getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
  }

  static ShadowRun measure(
      Crowd crowd, Target target, int documentBytes, int things, Duration time) {
    return new ShadowFlow(documentBytes, things).run(crowd, target, time);
  }

  private ShadowRun run(Crowd crowd, Target target, Duration time) {
    Client publisher = Crowd.await(target, "connect", crowd.connect(target, Ear.deaf()));
    answers.arrived(() -> publisher.run(() -> pump(publisher)));
    Client subscriber = Crowd.await(target, "connect", crowd.connect(target, answers));
    try {
      for (String answer : ANSWERS) {
        String filter = "$aws/things/+/shadow/update/" + answer;
        Client unused = Crowd.await(target, "subscribe", subscriber.subscribe(filter, 1));
      }
      return flow(target, publisher, time);
    } finally {
      publisher.close();
      subscriber.close();
    }
  }

  private ShadowRun flow(Target target, Client publisher, Duration time) {
    long start = System.nanoTime();
    publisher.run(
        () -> {
          open = true;
          pump(publisher);
        });
    while (System.nanoTime() - start < time.toNanos() && moving(start)) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    long all = Crowd.await(target, "stop publishing", stopped(publisher));
    while (answers.answered() < all && moving(start)) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    ShadowAnswers.Told told = answers.told();
    if (told.done() == 0) {
      throw target.silent("get a shadow updated");
    }
    return new ShadowRun(
        "MQTT",
        documentBytes,
        topics.length,
        told.done(),
        all - told.done(),
        told.lastNanos() - start,
        Spread.of(told.latencies()));
  }

  private CompletableFuture<Long> stopped(Client publisher) {
    CompletableFuture<Long> all = new CompletableFuture<>();
    publisher.run(
        () -> {
          open = false;
          boolean unused = all.complete(sent);
        });
    return all;
  }

  private boolean moving(long start) {
    return System.nanoTime() - Math.max(start, answers.lastNanos()) < LOST_NANOS;
  }

  /** On the publisher's thread, as are the fields it changes. */
  private void pump(Client publisher) {
    answers.heeded();
    while (open && sent - answers.answered() < WINDOW && answers.roomFor(next)) {
      answers.sent(next, System.nanoTime());
      publisher.publish(topics[next], 1, update.next());
      sent++;
      next = (next + 1) % topics.length;
    }
  }
}
