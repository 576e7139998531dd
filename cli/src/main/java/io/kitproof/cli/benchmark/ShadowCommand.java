package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark shadow}. */
@Command(
    name = "shadow",
    description = {
      "Starts kitproof cloud and updates shadows, over MQTT and over HTTPS, of one thing and of many.",
      "Over MQTT an update is done when accepted, documents and delta have reached a subscriber. "
          + "Shows updates per second, how long they take, and whether the cloud's memory grows."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark shadow",
      "  kitproof benchmark shadow --things 10000 --seconds 30",
      "",
      "The load comes from this machine too, and takes its share of it.",
      "JSON: {\"runs\": [{\"way\", \"document_bytes\", \"things\", \"updates_per_second\", "
          + "\"latency\", …}], \"memory\"}."
    })
final class ShadowCommand implements Callable<Integer> {
  /** The last is the largest document that AWS IoT keeps. */
  private static final List<Integer> DOCUMENT_BYTES = List.of(100, 1024, 8192);

  private static final int WARM_UP_BYTES = 1024;

  private final Screen screen;

  @Option(
      names = "--things",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many are many things. Default: 100.")
  private int things;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = Seconds.class,
      description = "How long each size, number of things and way takes. Default: 3.")
  private Duration time = Duration.ofSeconds(3);

  @Mixin private final OutputFormat format = new OutputFormat();

  ShadowCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    UsageException.atLeastOne("--things", things);
    screen.now("starting a cloud");
    try (OwnCloud cloud = OwnCloud.start();
        Crowd crowd = new Crowd()) {
      List<ShadowRun> warmUp = both(cloud, crowd, WARM_UP_BYTES, things);
      long before = cloud.residentBytes();
      List<ShadowRun> runs = new ArrayList<>();
      for (int many : IntStream.of(1, things).distinct().toArray()) {
        DOCUMENT_BYTES.forEach(bytes -> runs.addAll(both(cloud, crowd, bytes, many)));
      }
      screen.quiet();
      print(runs, new Growth(updates(warmUp), before, updates(runs), cloud.residentBytes()));
    }
    return 0;
  }

  private List<ShadowRun> both(OwnCloud cloud, Crowd crowd, int bytes, int many) {
    screen.now("updates of " + bytes + " bytes, " + many + " things, over MQTT");
    ShadowRun mqtt = ShadowFlow.measure(crowd, cloud.mqtt(), bytes, many, time);
    screen.now("updates of " + bytes + " bytes, " + many + " things, over HTTPS");
    return List.of(mqtt, ShadowPosts.measure(crowd, cloud.https(), bytes, many, time));
  }

  private static long updates(List<ShadowRun> runs) {
    return runs.stream().mapToLong(ShadowRun::updates).sum();
  }

  /** The cloud's memory, after so many updates and after so many more. */
  private record Growth(long updatesBefore, long bytesBefore, long updates, long bytes) {
    String row() {
      return String.format(
          Locale.ROOT,
          "  %-32s %12.1f MiB, %.1f MiB %d updates before",
          "memory of the cloud",
          bytes / 1048576.0,
          bytesBefore / 1048576.0,
          updates);
    }

    Map<String, Object> json() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("updates_before", updatesBefore);
      document.put("rss_before_bytes", bytesBefore);
      document.put("updates", updates);
      document.put("rss_bytes", bytes);
      return document;
    }
  }

  private void print(List<ShadowRun> runs, Growth growth) {
    if (format.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("runs", runs.stream().map(ShadowRun::json).toList());
      document.put("memory", growth.json());
      document.put("machine", Machine.here());
      screen.json(document);
      return;
    }
    screen.out().println(ShadowRun.heading());
    runs.forEach(run -> screen.out().println(run.row()));
    screen.out().println(growth.row());
    screen.out().println("on " + Machine.here());
  }
}
