package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Target;
import io.kitproof.cli.terminal.OutputFormat;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kitproof benchmark broker}. */
@Command(
    name = "broker",
    description = {
      "Starts kitproof cloud and puts load on its MQTT: TLS on, policies judged, traffic captured.",
      "Shows how fast clients connect, how fast messages of 100 bytes are delivered to one and to "
          + "many, how late they are at 500 per second, and what idle connections occupy."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof benchmark broker",
      "  kitproof benchmark broker --idle 10000 --seconds 10",
      "  kitproof benchmark broker --against 127.0.0.1:8883 --against-ca ca.pem \\",
      "    --against-cert client.pem --against-key client.key",
      "",
      "The load comes from this machine too, and takes its share of it: compare ratios.",
      "JSON: {\"brokers\": [{\"connects_per_second\", \"qos1_per_second\", \"delivery\", …}], "
          + "\"idle\", \"ratio\"}."
    })
final class BrokerCommand implements Callable<Integer> {
  private final Screen screen;

  @Mixin private OtherBroker other = new OtherBroker();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = Seconds.class,
      description = "How long each phase takes, all rounds together. Default: 3.")
  private Duration time = Duration.ofSeconds(3);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Into how many rounds a phase is divided, after one that isn't counted. Default: 3.")
  private int rounds;

  @Option(
      names = "--subscribers",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many one to many is. Default: 100.")
  private int subscribers;

  @Option(
      names = "--idle",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many connections do nothing while memory is read. Default: 1000.")
  private int idle;

  @Mixin private final OutputFormat format = new OutputFormat();

  BrokerCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    UsageException.atLeastOne("--rounds", rounds);
    UsageException.atLeastOne("--subscribers", subscribers);
    UsageException.atLeastOne("--idle", idle);
    Optional<Target> against = other.target();
    screen.now("starting a cloud");
    try (OwnCloud cloud = OwnCloud.start();
        Crowd crowd = new Crowd()) {
      IdleMemory memory = IdleMemory.measure(screen, crowd, cloud, idle);
      Map<Target, BrokerFigures> warmUp = figures(cloud.mqtt(), against);
      Map<Target, BrokerFigures> measured = figures(cloud.mqtt(), against);
      BrokerLoad load = new BrokerLoad(screen, crowd, subscribers, time.dividedBy(rounds));
      load.round("warm-up", warmUp);
      for (int round = 1; round <= rounds; round++) {
        load.round("round " + round + " of " + rounds, measured);
      }
      screen.quiet();
      print(List.copyOf(measured.values()), memory);
    }
    return 0;
  }

  private static Map<Target, BrokerFigures> figures(Target own, Optional<Target> against) {
    Map<Target, BrokerFigures> figures = new LinkedHashMap<>();
    figures.put(own, new BrokerFigures(own.name()));
    against.ifPresent(target -> figures.put(target, new BrokerFigures(target.name())));
    return figures;
  }

  private void print(List<BrokerFigures> brokers, IdleMemory memory) {
    if (format.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("brokers", brokers.stream().map(BrokerFigures::json).toList());
      document.put("idle", memory.json());
      if (brokers.size() > 1) {
        document.put("ratio", brokers.get(0).ratioTo(brokers.get(1)));
      }
      document.put("machine", Machine.here());
      screen.json(document);
      return;
    }
    brokers.stream().flatMap(b -> b.text().stream()).forEach(screen.out()::println);
    if (brokers.size() > 1) {
      brokers.get(0).ratioText(brokers.get(1)).forEach(screen.out()::println);
    }
    screen.out().println("kitproof's memory");
    screen.out().println(memory.row());
    screen.out().println("on " + Machine.here());
  }
}
