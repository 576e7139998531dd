package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.time.Duration;
import java.util.ArrayList;
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

  /** A message that was delivered, the line it was answered with, and how the LED changed. */
  private record Answer(PacketSeen message, boolean on, Optional<LedEdge> edge) {
    boolean isTo(String text) {
      return message.message().equals(text);
    }
  }

  private static List<Answer> answers(Story story) {
    List<Answer> answers = new ArrayList<>();
    List<PacketSeen> delivered = story.delivered();
    List<ConsoleLine> said = story.console().stream().filter(LightRules::isVerdict).toList();
    for (int i = 0; i < delivered.size(); i++) {
      long from = delivered.get(i).nanos();
      long next = i + 1 < delivered.size() ? delivered.get(i + 1).nanos() : from + ANSWER;
      long until = next - from < ANSWER ? next : from + ANSWER;
      Optional<LedEdge> edge =
          story.edges().stream()
              .filter(e -> e.nanos() - from >= 0 && e.nanos() - until < 0)
              .reduce((earlier, later) -> later);
      PacketSeen message = delivered.get(i);
      // On a busy host a line may come after the next message; as many lines as messages are
      // theirs.
      Optional<ConsoleLine> answer =
          said.size() == delivered.size()
              ? Optional.of(said.get(i))
              : said.stream()
                  .filter(line -> line.nanos() - from >= 0 && line.nanos() - until < 0)
                  .findFirst();
      answer.ifPresent(
          line -> answers.add(new Answer(message, line.line().equals(Words.LIGHT_ON), edge)));
    }
    return answers;
  }

  private static boolean isVerdict(ConsoleLine line) {
    return line.line().equals(Words.LIGHT_ON) || line.line().equals(Words.LIGHT_OFF);
  }

  /** A callback that waits for the thread it runs on answers one message, and pings no more. */
  private static List<Suspect> frozen(Story story) {
    List<PacketSeen> delivered = story.delivered();
    int answered = answers(story).size();
    boolean all = answered == delivered.size() && delivered.size() > 1;
    if (story.kit().app() != App.SUBSCRIBER
        || story.isCloudDisturbed()
        || delivered.isEmpty()
        || all) {
      return List.of();
    }
    return story
        .silence()
        .map(
            silence ->
                List.of(
                    new Suspect(
                        "blocking-callback",
                        Blame.KIT,
                        story.kit().name() + " hangs since it got a message.",
                        List.of(
                            delivered.size() + " delivered, " + answered + " answered",
                            "not even a PINGREQ for " + silence.nanos() / 1_000_000 + " ms"),
                        "a callback of the MQTT library must not wait or publish: it runs on the"
                            + " library's own thread")))
        .orElse(List.of());
  }

  private static List<Suspect> understanding(Story story) {
    List<Answer> answers = answers(story);
    boolean onAsOff = answers.stream().anyMatch(a -> a.isTo(ON) && !a.on());
    boolean offAsOn = answers.stream().anyMatch(a -> a.isTo(OFF) && a.on());
    boolean onAsOn = answers.stream().anyMatch(a -> a.isTo(ON) && a.on());
    if (story.kit().app() != App.SUBSCRIBER || (!onAsOff && !offAsOn)) {
      return List.of();
    }
    // Nothing but swapped texts takes LIGHT OFF for on, and no LIGHT ON for it.
    if (offAsOn && !onAsOn) {
      return List.of(swapped(story));
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
    List<Suspect> alike = new ArrayList<>(List.of(unknown));
    if (answers.stream().noneMatch(a -> a.isTo(OFF))) {
      alike.add(swapped(story));
    }
    // As the first message after a reset, LIGHT ON has nothing of an older one behind it.
    if (!answers.get(0).isTo(ON)) {
      alike.add(stale);
    }
    return alike;
  }

  private static Suspect swapped(Story story) {
    return misunderstood(
        story,
        "swapped-payload",
        " has LIGHT ON and LIGHT OFF the wrong way round.",
        "the comparison is with LIGHT ON: equal means on; publish LIGHT OFF to see");
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
    boolean against =
        answers(story).stream().anyMatch(a -> a.edge().filter(e -> e.lit() != a.on()).isPresent());
    boolean with =
        answers(story).stream().anyMatch(a -> a.edge().filter(e -> e.lit() == a.on()).isPresent());
    return against && !with ? List.of(inverted(story)) : List.of();
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
