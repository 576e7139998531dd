package io.kitproof.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.provision.ThingState;
import io.kitproof.fixtures.shadow.ShadowMessage;
import io.kitproof.fixtures.shadow.ShadowName;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.Attempt;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.Measured;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.ShadowSeen;
import io.kitproof.fixtures.timeline.Observation.TestClientMessage;
import io.kitproof.fixtures.timeline.Observation.ThingSeen;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Trouble;
import io.kitproof.fixtures.timeline.Observation.Warned;
import io.kitproof.fixtures.timeline.Observation.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run as it could have been: one press story, told with every kind of observation. */
public final class Sample {
  /** Negative on purpose: {@code System.nanoTime()} may be. */
  public static final long EPOCH = -5_000_000_000L;

  public static final Instant BEGAN = Instant.parse("2026-11-23T01:10:03Z");
  private static final String PRINCIPAL = "9f86d081884c7d65";

  private Sample() {}

  private static long at(double millis) {
    return EPOCH + Math.round(millis * 1e6);
  }

  public static ConsoleLine line(double millis, String kit, String text) {
    return new ConsoleLine(at(millis), kit, text);
  }

  public static PacketSeen packet(
      double millis, Way way, String client, String type, String topic, byte[] payload) {
    Optional<String> on = topic.isEmpty() ? Optional.empty() : Optional.of(topic);
    return new PacketSeen(
        at(millis), 2, way, client, PRINCIPAL, type, on, payload, 1, false, false, 7, "");
  }

  /** Every type of observation once or more; the LED's edge arrives late. */
  public static List<Observation> press(boolean lit) {
    List<Observation> all = new ArrayList<>();
    all.add(new TlsHandshake(at(10), 2, true, PRINCIPAL, "TLSv1.2 with abc_Publisher"));
    all.add(packet(12, Way.IN, "wiced_publisher", "CONNECT", "", new byte[0]));
    all.add(line(15.5, "publisher", "[MQTT] Opening connection...Success"));
    all.add(new Deed(at(1000), "presses/0", "MB1 of publisher was pressed for 50 ms"));
    all.add(new RelayMove(at(1000.4), "presses", 0, "MB1 of publisher", true, true));
    all.add(new RelayMove(at(1050.4), "presses", 0, "MB1 of publisher", false, false));
    byte[] payload = "LIGHT ON".getBytes(UTF_8);
    all.add(packet(1052.4, Way.IN, "wiced_publisher", "PUBLISH", "abc/bulb", payload));
    all.add(packet(1053.1, Way.OUT, "wiced_publisher", "PUBACK", "", new byte[0]));
    all.add(packet(1053.4, Way.OUT, "wiced_subscriber", "PUBLISH", "abc/bulb", payload));
    all.add(new TestClientMessage(at(1053.6), "abc/bulb", payload));
    all.add(new Attempt(at(1053.7), "registry", "deleting thing lamp", Optional.of("attached")));
    all.add(new ThingSeen(at(1053.8), new ThingState("lamp", "arn:thing/lamp", List.of())));
    all.add(new ShadowSeen(at(1053.9), shadow("{\"state\":{\"status\":\"ON\"},\"version\":3}")));
    all.add(line(1054, "publisher", "[MQTT] Publishing... Success"));
    all.add(line(1055, "subscriber", "light on"));
    if (lit) {
      all.add(new LedEdge(at(1054.6), "subscriber", "LED1", true, 900_000));
      all.add(measured(1054.6, "press to publish", 2, 0));
      all.add(measured(1054.6, "publish to LED", 2.2, 2000));
    }
    all.add(asked(lit, all));
    all.add(new Warned(at(3055), "The registry", "its policies allow anything"));
    all.add(new ConnectionEnd(at(3060), 2, "wiced_publisher", PRINCIPAL, "DISCONNECT"));
    return all;
  }

  private static Asked asked(boolean lit, List<Observation> all) {
    return new Asked(
        at(lit ? 1056 : 3050.4),
        "LED1 of subscriber",
        "subscriber LED1",
        "turn on",
        at(1000),
        at(3050.4),
        lit,
        all.stream().filter(LedEdge.class::isInstance).findFirst(),
        lit ? "" : "stayed off");
  }

  public static ShadowMessage shadow(String delta) {
    return ShadowMessage.read(ShadowName.of("lamp"), ShadowMessage.DELTA, delta.getBytes(UTF_8));
  }

  public static Measured measured(double millis, String name, double value, double limit) {
    Optional<Duration> held = limit > 0 ? Optional.of(millis(limit)) : Optional.empty();
    return new Measured(at(millis), name, millis(value), held);
  }

  public static Trouble trouble(double millis, RuntimeException cause) {
    return new Trouble(at(millis), "eyes", cause);
  }

  public static Duration millis(double millis) {
    return Duration.ofNanos(Math.round(millis * 1e6));
  }

  public static Recording recording(List<Observation> observations) {
    return new Recording("A press lights the LED", EPOCH, BEGAN, observations);
  }

  public static Recording recording(Observation... observations) {
    return recording(List.of(observations));
  }

  public static ScenarioRecord scenario(String name, int line, Judgement judgement, Recording r) {
    return scenario("05_two_kits.feature", "Two kits and one light", name, line, judgement, r);
  }

  public static ScenarioRecord scenario(
      String file, String title, String name, int line, Judgement judgement, Recording seen) {
    Duration took = millis(judgement.verdict() == Verdict.NOT_RUN ? 0 : 3062.5);
    return new ScenarioRecord(file, title, name, line, judgement, took, steps(judgement), seen);
  }

  private static List<Step> steps(Judgement judgement) {
    Step.Status last =
        switch (judgement.verdict()) {
          case PASSED, FLAKY -> Step.Status.PASSED;
          case FAILED, RIG -> Step.Status.FAILED;
          case NOT_RUN -> Step.Status.SKIPPED;
        };
    Step.Status first =
        judgement.verdict() == Verdict.NOT_RUN ? Step.Status.SKIPPED : Step.Status.PASSED;
    return List.of(
        new Step("Given", "the publisher and the subscriber are ready", first, millis(1000)),
        new Step("When", "I press MB1 on the publisher", first, millis(50.4)),
        new Step("Then", "the subscriber's LED turns on within 2 seconds", last, millis(2000)));
  }

  public static RunRecord run(ScenarioRecord... scenarios) {
    return new RunRecord("lab-3", "local", BEGAN, List.of(scenarios), false);
  }

  /** One that passed, and one in quarantine that failed. */
  public static RunRecord withQuarantine() {
    Quarantined aside =
        new Quarantined(
            scenario("A press lights it", 14, failed(), recording()),
            "ann",
            LocalDate.parse("2026-12-24"),
            "relay 1 sticks <b>");
    return new RunRecord(
        "lab-3",
        "local",
        BEGAN,
        List.of(scenario("A press puts it out", 9, passed(), recording())),
        false,
        List.of(aside));
  }

  public static Judgement passed() {
    return new Judgement(Verdict.PASSED, Optional.empty());
  }

  public static Judgement failed() {
    String message =
        """
        LED1 of subscriber should turn on within 2000 ms, but stayed off.
          expected  LED1 of subscriber turns on at +0.0 ms to +2000.0 ms
          seen      off in all 100 samples over 2014 ms
                    +4.6 ms  subscriber console: light on
          evidence  the timeline of this scenario, from t=1.000 s on
          next      kitproof doctor subscriber""";
    return new Judgement(Verdict.FAILED, Optional.of(new Cause(Cause.KIT, message)));
  }

  /** One whose bench failed at first, and that passed then. */
  public static ScenarioRecord repeated() {
    RigException absent = RigException.absent("eyes", Path.of("/dev/serial/by-id/usb-Numato-if00"));
    Recording troubled = recording(line(2, "publisher", "Initialising"), trouble(9, absent));
    return scenario("Lights up", 9, Judgement.of(absent, troubled), troubled)
        .repeatedBy(scenario("Lights up", 9, passed(), recording(press(true))));
  }

  /** One of each verdict. */
  public static RunRecord mixed() {
    RigException absent = RigException.absent("eyes", Path.of("/dev/serial/by-id/usb-Numato-if00"));
    Recording lit = recording(press(true));
    Recording troubled = recording(line(2, "publisher", "Initialising"), trouble(9, absent));
    Judgement flaky = Judgement.flaky(new Cause(Cause.BENCH, "eyes was busy."));
    Judgement skipped = Judgement.notRun("Needs a virtual kit; publisher is real.");
    return run(
        scenario("A press lights the LED", 9, passed(), lit),
        scenario("Two messages close together", 14, Judgement.of(absent, troubled), troubled),
        scenario("Letting go does nothing", 20, failed(), recording(press(false))),
        scenario("Duplicate client id", 26, flaky, lit),
        scenario(
            "02_publisher.feature", "The publisher", "Untrusted CA", 31, skipped, recording()));
  }
}
