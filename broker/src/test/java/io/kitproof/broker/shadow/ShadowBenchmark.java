package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.store.Store;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an update costs, on one thread and without a network: -Dkitproof.benchmark=shadow. */
@EnabledIfSystemProperty(named = "kitproof.benchmark", matches = "shadow")
class ShadowBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(ShadowBenchmark.class);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LongAdder messages = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Shadows shadows =
      Shadows.open(
          Store.memory(),
          publication -> {
            messages.increment();
            bytes.add(publication.payload().length);
          },
          Clock.systemUTC());

  @Test
  void update_of_100_bytes() {
    measure("100 B", 20_000, 200_000, 1000, 4, 2);
  }

  @Test
  void update_of_8_kilobytes_in_300_attributes() {
    measure("8 KB in 300 attributes", 3_000, 10_000, 100, 300, 4);
  }

  @Test
  void update_of_8_kilobytes_in_100_attributes() {
    measure("8 KB in 100 attributes", 3_000, 10_000, 100, 100, 60);
  }

  @Test
  void memory_stays_flat_over_a_million_updates_of_10_000_things() {
    for (int round = 1; round <= 10; round++) {
      run(100_000, 10_000, 4, 2, round);
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      LOG.info("{} updates: {} KiB of heap in use", round * 100_000, used / 1024);
    }
  }

  private void measure(
      String size, int warmUp, int count, int things, int attributes, int letters) {
    run(warmUp, things, attributes, letters, 0);
    messages.reset();
    bytes.reset();
    // Processor time, which others on the machine cannot stretch as they do time on the clock.
    long begin = THREADS.getCurrentThreadCpuTime();
    run(count, things, attributes, letters, 1);
    double micros = (THREADS.getCurrentThreadCpuTime() - begin) / 1e3 / count;
    LOG.info(
        "{}: {} us of processor time an update, {} messages and {} bytes each",
        size,
        String.format(Locale.ROOT, "%.1f", micros),
        messages.sum() / (double) count,
        bytes.sum() / count);
  }

  /** Updates that leave a delta, so that accepted, documents and delta go out. */
  private void run(int count, int things, int attributes, int letters, int round) {
    byte[][] requests = new byte[16][];
    for (int i = 0; i < requests.length; i++) {
      StringBuilder text = new StringBuilder("{\"state\": {\"desired\": {");
      for (int a = 0; a < attributes; a++) {
        text.append(a == 0 ? "" : ", ").append("\"attribute").append(a).append("\": ");
        text.append('"').append("x".repeat(letters)).append(i + round).append('"');
      }
      requests[i] = text.append("}}, \"clientToken\": \"t1\"}").toString().getBytes(UTF_8);
    }
    String[] topics = new String[things];
    for (int i = 0; i < things; i++) {
      topics[i] = "$aws/things/thing" + i + "/shadow/update";
    }
    for (int i = 0; i < count; i++) {
      shadows.received(
          Publication.of(topics[i % things], requests[(i / things) % 16], 0), "kit", "cert");
    }
  }
}
