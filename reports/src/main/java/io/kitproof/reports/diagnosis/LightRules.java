package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From a message to the light: what the subscriber made of it, and what its LED did. */
final class LightRules {
  private static final String ON = "LIGHT ON";
  private static final String OFF = "LIGHT OFF";

  /** A kit answers a message well within this, and its sensor sees the light. */
  private static final long ANSWER = Duration.ofMillis(400).toNanos();

  private LightRules() {}

  static List<Rule> all() {
    return List.of(LightRules::frozen, LightRules::understanding, LightRules::light);
  }

  /** A message that was delivered, and the line it was answered with. */
  private record Answer(PacketSeen message, boolean on) {
    boolean isTo(String text) {
      return message.message().equals(text);
    }
  }

  private static List<Answer> answers(Story story) {
    List<Answer> answers = new ArrayList<>();
    for (PacketSeen p : story.delivered()) {
      story.console().stream()
          .filter(line -> isVerdict(line) && line.nanos() - p.nanos() >= 0)
          .filter(line -> line.nanos() - p.nanos() < ANSWER)
          .findFirst()
          .ifPresent(line -> answers.add(new Answer(p, line.line().equals(Words.LIGHT_ON))));
    }
    return answers;
  }

  private static boolean isVerdict(ConsoleLine line) {
    return line.line().equals(Words.LIGHT_ON) || line.line().equals(Words.LIGHT_OFF);
  }

  /** A callback that waits for the thread it runs on answers one message, and pings no more. */
  private static List<Suspect> frozen(Story story) {
    List<PacketSeen> own = story.packets().filter(p -> p.way() == Way.IN).toList();
    Optional<Long> rhythm = ButtonRules.rhythm(own);
    List<PacketSeen> delivered = story.delivered();
    if (story.kit().app() != App.SUBSCRIBER || rhythm.isEmpty() || delivered.isEmpty()) {
      return List.of();
    }
    long silent = story.ended() - own.get(own.size() - 1).nanos();
    boolean answered = answers(story).size() == delivered.size() && delivered.size() > 1;
    if (answered || silent < 3 * rhythm.get() || story.isCloudDisturbed()) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "blocking-callback",
            Blame.KIT,
            story.kit().name() + " hangs since it got a message.",
            List.of(
                delivered.size() + " delivered, " + answers(story).size() + " answered",
                "not even a PINGREQ for " + silent / 1_000_000 + " ms"),
            "a callback of the MQTT library must not wait or publish: it runs on the library's own"
                + " thread"));
  }

  private static List<Suspect> understanding(Story story) {
    List<Answer> answers = answers(story);
    boolean onAsOff = answers.stream().anyMatch(a -> a.isTo(ON) && !a.on());
    boolean offAsOn = answers.stream().anyMatch(a -> a.isTo(OFF) && a.on());
    boolean onAsOn = answers.stream().anyMatch(a -> a.isTo(ON) && a.on());
    if (story.kit().app() != App.SUBSCRIBER || (!onAsOff && !offAsOn)) {
      return List.of();
    }
    if (onAsOff && offAsOn && !onAsOn) {
      return List.of(
          misunderstood(
              story,
              "swapped-payload",
              " takes LIGHT ON for off and LIGHT OFF for on.",
              "the comparison is with LIGHT ON: equal means on"));
    }
    Suspect unknown =
        misunderstood(
            story,
            "wrong-payload",
            " does not know LIGHT ON: it takes every message for off.",
            "the text in the comparison must be LIGHT ON, letter for letter");
    Suspect stale =
        misunderstood(
            story,
            "stale-compare",
            onAsOn
                ? " takes the same text now for on and now for off."
                : " takes LIGHT ON for off after a longer message.",
            "compare data_len bytes of the message itself: it has no NUL at its end, and what an"
                + " earlier one left in the buffer still stands behind it");
    if (onAsOn) {
      return List.of(stale);
    }
    // As the first message after a reset, LIGHT ON has nothing of an older one behind it.
    return answers.get(0).isTo(ON) ? List.of(unknown) : List.of(unknown, stale);
  }

  private static Suspect misunderstood(Story story, String code, String does, String hint) {
    List<String> evidence =
        answers(story).stream()
            .filter(a -> a.isTo(ON) != a.on() || a.isTo(OFF) == a.on())
            .map(
                a ->
                    "\""
                        + a.message().message()
                        + "\" was delivered, the console said \""
                        + (a.on() ? Words.LIGHT_ON : Words.LIGHT_OFF)
                        + "\"")
            .distinct()
            .limit(3)
            .toList();
    return new Suspect(code, Blame.KIT, story.kit().name() + does, evidence, hint);
  }

  /** The console says one thing, the LED another. */
  private static List<Suspect> light(Story story) {
    List<ConsoleLine> said = story.console().stream().filter(LightRules::isVerdict).toList();
    boolean saidOn = said.stream().anyMatch(line -> line.line().equals(Words.LIGHT_ON));
    List<LedEdge> edges = story.edges();
    if (story.kit().app() != App.SUBSCRIBER) {
      return List.of();
    }
    if (edges.isEmpty()) {
      return saidOn ? unlit(story, said) : List.of();
    }
    boolean against = said.stream().anyMatch(line -> isAgainst(line, edges));
    boolean with = said.stream().anyMatch(line -> isWith(line, edges));
    return against && !with ? List.of(inverted(story)) : List.of();
  }

  private static boolean isAgainst(ConsoleLine line, List<LedEdge> edges) {
    return near(line, edges).filter(e -> e.lit() != line.line().equals(Words.LIGHT_ON)).isPresent();
  }

  private static boolean isWith(ConsoleLine line, List<LedEdge> edges) {
    return near(line, edges).filter(e -> e.lit() == line.line().equals(Words.LIGHT_ON)).isPresent();
  }

  /** The change that came with a line: a little before it, or a little later. */
  private static Optional<LedEdge> near(ConsoleLine line, List<LedEdge> edges) {
    return edges.stream()
        .filter(e -> distance(e, line) < ANSWER / 4)
        .min(Comparator.comparingLong(e -> distance(e, line)));
  }

  private static long distance(LedEdge edge, ConsoleLine line) {
    return Math.abs(edge.nanos() - line.nanos());
  }

  /** An inverted LED is dark before the first message and after LIGHT ON: LIGHT OFF lights it. */
  private static List<Suspect> unlit(Story story, List<ConsoleLine> said) {
    boolean saidOff = said.stream().anyMatch(line -> line.line().equals(Words.LIGHT_OFF));
    return saidOff ? List.of(dark(story)) : List.of(dark(story), inverted(story));
  }

  private static Suspect dark(Story story) {
    return new Suspect(
        "wrong-led",
        Blame.KIT,
        story.kit().name() + " says \"light on\" and its LED never changes.",
        List.of("\"light on\" on the console, not one change of the LED since its boot"),
        "the app must switch WICED_SH_LED1, the shield's LED, not WICED_LED1; if the shield's LED"
            + " does light, its sensor does not see it: kitproof doctor");
  }

  private static Suspect inverted(Story story) {
    return new Suspect(
        "inverted-led",
        Blame.KIT,
        "The LED of " + story.kit().name() + " does the opposite of what the console says.",
        List.of(
            story.edges().isEmpty()
                ? "it stayed dark at \"light on\"; whether it lights at \"light off\" was not seen"
                : "it changed against the line that came with it, each time"),
        "the line is active high: wiced_gpio_output_high lights the LED, low puts it out");
  }
}
