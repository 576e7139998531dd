package io.kitproof.cli.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured of one broker, round by round. A rate is the median of the rounds. */
final class BrokerFigures {
  /** What is counted per second. */
  enum Rate {
    CONNECTS("connects_per_second", "connects"),
    QOS_0("qos0_per_second", "QoS 0, one to one"),
    QOS_1("qos1_per_second", "QoS 1, one to one"),
    QOS_0_FAN_OUT("qos0_fan_out_per_second", "QoS 0, one to many"),
    QOS_1_FAN_OUT("qos1_fan_out_per_second", "QoS 1, one to many");

    private final String key;
    private final String words;

    Rate(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** For people. */
    @Override
    public String toString() {
      return words;
    }
  }

  private static final String DELAY_KEY = "delivery_p99";

  private final String broker;
  private final Map<Rate, List<Double>> rates = new EnumMap<>(Rate.class);
  private final List<long[]> delays = new ArrayList<>();
  private long lost;

  BrokerFigures(String broker) {
    this.broker = broker;
  }

  void add(Rate rate, double perSecond) {
    rates.computeIfAbsent(rate, r -> new ArrayList<>()).add(perSecond);
  }

  void add(Rate rate, Flow.Result flow) {
    add(rate, flow.perSecond());
    lost += flow.lost();
  }

  void addDelays(long[] nanos) {
    delays.add(nanos);
  }

  private double median(Rate rate) {
    double[] sorted =
        rates.getOrDefault(rate, List.of()).stream().mapToDouble(d -> d).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private Spread delay() {
    return Spread.of(delays.stream().flatMapToLong(Arrays::stream).toArray());
  }

  /** For people. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(broker);
    for (Rate rate : Rate.values()) {
      lines.add(String.format(Locale.ROOT, "  %-32s %9.0f  per second", rate.words, median(rate)));
    }
    lines.add(String.format(Locale.ROOT, "  %-32s %9d", "messages lost", lost));
    lines.add(Spread.heading("  at 500 messages per second"));
    lines.add(delay().row("delivery, QoS 1"));
    return lines;
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("broker", broker);
    for (Rate rate : Rate.values()) {
      document.put(rate.key, median(rate));
      document.put(rate.key + "_rounds", rates.getOrDefault(rate, List.of()));
    }
    document.put("lost", lost);
    document.put("delivery", delay());
    return document;
  }

  /** How many times the other's each figure of this one is, by the keys of the JSON. */
  Map<String, Double> ratioTo(BrokerFigures other) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Rate rate : Rate.values()) {
      ratios.put(rate.key, median(rate) / other.median(rate));
    }
    ratios.put(DELAY_KEY, (double) delay().p99() / other.delay().p99());
    return ratios;
  }

  /** For people. */
  List<String> ratioText(BrokerFigures other) {
    List<String> lines = new ArrayList<>();
    lines.add(broker + " by " + other.broker);
    for (Rate rate : Rate.values()) {
      lines.add(ratioRow(rate.words, median(rate) / other.median(rate)));
    }
    lines.add(ratioRow("delivery, p99", (double) delay().p99() / other.delay().p99()));
    return lines;
  }

  private static String ratioRow(String words, double ratio) {
    return String.format(Locale.ROOT, "  %-32s %9.2f", words, ratio);
  }
}
