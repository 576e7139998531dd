package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.BrokerFigures.Rate;
import io.kitproof.cli.benchmark.load.Crowd;
import io.kitproof.cli.benchmark.load.Target;
import io.kitproof.cli.terminal.Screen;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The same load on each broker in turn, round by round, so that what else the machine does falls on
 * all of them. Both ends of each connection share the machine: the figures are of both.
 *
 * @param fanOut subscribers of one to many
 * @param time of each phase of a round
 */
record BrokerLoad(Screen screen, Crowd crowd, int fanOut, Duration time) {

  /** Puts a whole round on each broker. */
  void round(String name, Map<Target, BrokerFigures> brokers) {
    phase(
        name + ": connecting",
        brokers,
        (target, to) -> to.add(Rate.CONNECTS, ConnectRate.measure(crowd, target, time)));
    for (Rate rate : List.of(Rate.QOS_0, Rate.QOS_1, Rate.QOS_0_FAN_OUT, Rate.QOS_1_FAN_OUT)) {
      phase(
          name + ": publishing, " + rate,
          brokers,
          (target, to) -> to.add(rate, flow(rate, target)));
    }
    phase(
        name + ": 500 messages per second",
        brokers,
        (target, to) -> to.addDelays(Delay.measure(crowd, target, time)));
  }

  private Flow.Result flow(Rate rate, Target target) {
    int qos = rate == Rate.QOS_1 || rate == Rate.QOS_1_FAN_OUT ? 1 : 0;
    int subscribers = rate == Rate.QOS_0 || rate == Rate.QOS_1 ? 1 : fanOut;
    return Flow.measure(crowd, target, qos, subscribers, time);
  }

  private interface Phase {
    void put(Target on, BrokerFigures figures);
  }

  private void phase(String name, Map<Target, BrokerFigures> brokers, Phase phase) {
    brokers.forEach(
        (target, figures) -> {
          screen.now(name + ", on " + target.name());
          phase.put(target, figures);
        });
  }
}
