package io.kitproof.boards.family;

import io.kitproof.boards.family.Mailboxes.Letter;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.wire.FirmataMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of an Arduino, which reports pins at each change and analogue inputs evenly. What has been
 * quiet is asked for again, so that an LED that never changes is seen not to.
 */
final class FirmataInputs implements SampleSource {
  /** Of analogue inputs. */
  private static final Duration INTERVAL = Duration.ofMillis(5);

  /** What has not been reported for so long is asked for. */
  private static final Duration QUIET = INTERVAL.multipliedBy(2);

  /** What is watched: pins, eight of them to a report, or analogue inputs. */
  enum Kind {
    PINS,
    ANALOG;

    private int group(int channel) {
      return this == PINS ? channel / 8 : channel;
    }

    private FirmataMessage order(int group) {
      return this == PINS ? FirmataMessage.reportPort(group) : FirmataMessage.reportAnalog(group);
    }

    private boolean has(FirmataMessage report) {
      return this == PINS ? report.isPort() : report.isAnalog();
    }

    private int value(FirmataMessage report, int channel) {
      return this == PINS ? report.value() >> channel % 8 & 1 : report.value();
    }

    /** StandardFirmata measures its analogue inputs from the start; its pins are outputs then. */
    private FirmataMessage setUp(int channel) {
      return this == PINS
          ? FirmataMessage.mode(channel, FirmataMessage.INPUT)
          : FirmataMessage.interval((int) INTERVAL.toMillis());
    }
  }

  private final FirmataPort arduino;
  private final Traffic traffic;
  private final Kind kind;
  private final NumatoInputs.Level level;
  private final BlockingQueue<Letter<FirmataMessage>> mailbox;
  private final Set<Integer> setUp = new HashSet<>();
  private final Map<Integer, Long> heard = new HashMap<>();
  private final Map<Integer, Long> asked = new HashMap<>();
  private final Map<Integer, Boolean> before = new HashMap<>();

  FirmataInputs(FirmataPort arduino, Traffic traffic, Kind kind, NumatoInputs.Level level) {
    this.arduino = arduino;
    this.traffic = traffic;
    this.kind = kind;
    this.level = level;
    this.mailbox = arduino.subscribe();
  }

  @Override
  public void watching(List<Integer> channels) {
    traffic.round(this, channels.isEmpty() ? 0 : 1);
  }

  @Override
  public void sample(List<Integer> channels, Sink sink) {
    arduino.refuseRestarted();
    for (int channel : channels) {
      if (!setUp.contains(channel)) {
        long unused = arduino.tell("set up " + channel, kind.setUp(channel));
        setUp.add(channel);
      }
    }
    channels.stream().map(kind::group).distinct().forEach(this::askWhenQuiet);
    do {
      Letter<FirmataMessage> report = next();
      for (; report != null; report = mailbox.poll()) {
        hand(report, channels, sink);
      }
      refuseSilence();
    } while (!asked.isEmpty());
  }

  private void askWhenQuiet(int group) {
    long now = System.nanoTime();
    Long last = heard.get(group);
    boolean quiet = last == null || now - last > QUIET.toNanos();
    if (quiet && !asked.containsKey(group)) {
      long written = arduino.tell(said(group), kind.order(group));
      asked.put(group, written);
    }
  }

  private @Nullable Letter<FirmataMessage> next() {
    try {
      return mailbox.poll(INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void hand(Letter<FirmataMessage> report, List<Integer> channels, Sink sink) {
    FirmataMessage message = report.said();
    if (!kind.has(message)) {
      return;
    }
    heard.put(message.number(), report.nanos());
    asked.remove(message.number());
    for (int channel : channels) {
      if (kind.group(channel) == message.number()) {
        int value = kind.value(message, channel);
        boolean lit = level.lit(value, before.getOrDefault(channel, false));
        before.put(channel, lit);
        sink.sample(channel, lit, report.nanos());
      }
    }
  }

  private void refuseSilence() {
    long now = System.nanoTime();
    for (Map.Entry<Integer, Long> group : asked.entrySet()) {
      if (now - group.getValue() > FirmataFamily.DEADLINE.toNanos()) {
        asked.clear();
        throw arduino.silent(said(group.getKey()));
      }
    }
  }

  private String said(int group) {
    String what = kind == Kind.PINS ? "report port " : "report analogue input ";
    return what + group + " (" + kind.order(group) + ")";
  }

  @Override
  public Duration round() {
    return Duration.ZERO;
  }

  @Override
  public Duration worstGap() {
    return QUIET.plus(traffic.worstGap());
  }
}
