package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Client;
import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Ear;
import io.kitproof.cli.terminal.Screen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What connections occupy that do nothing.
 *
 * @param bytesBefore of the cloud's process, before there was any
 * @param bytes of the cloud's process with all of them
 */
record IdleMemory(int connections, long bytesBefore, long bytes) {
  private static final int AT_ONCE = 16;
  private static final int REPORT_EVERY = 100;

  /** Connects them all, looks, and cuts them. */
  static IdleMemory measure(Screen screen, Crowd crowd, OwnCloud cloud, int connections) {
    long before = cloud.residentBytes();
    List<Client> clients = new ArrayList<>();
    Deque<CompletableFuture<Client>> coming = new ArrayDeque<>();
    try {
      for (int i = 0; i < connections; i++) {
        coming.add(crowd.connect(cloud.mqtt(), Ear.deaf()));
        if (coming.size() == AT_ONCE) {
          clients.add(Crowd.await(cloud.mqtt(), "connect", coming.remove()));
        }
        if (i % REPORT_EVERY == 0) {
          screen.now(i + " of " + connections + " idle connections");
        }
      }
      coming.forEach(last -> clients.add(Crowd.await(cloud.mqtt(), "connect", last)));
      int standing = (int) clients.stream().filter(Client::alive).count();
      return new IdleMemory(standing, before, cloud.residentBytes());
    } finally {
      clients.forEach(Client::close);
    }
  }

  /** For people. */
  String row() {
    return String.format(
        Locale.ROOT,
        "  %-32s %9.1f MiB, of which %.1f before any",
        "memory with " + connections + " idle",
        bytes / 1048576.0,
        bytesBefore / 1048576.0);
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("connections", connections);
    document.put("rss_before_bytes", bytesBefore);
    document.put("rss_bytes", bytes);
    return document;
  }
}
