package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a press to a message: which edge counts, how often, and whether any does. */
final class ButtonRules {
  /** A kit that is idle answers a press well within this. */
  private static final long ANSWER = Duration.ofMillis(800).toNanos();

  /** What a finger or a relay takes to leave the button for good; both of them bounce less. */
  private static final long REST = Duration.ofMillis(400).toNanos();

  private static final String AT_ONCE = ", and again at once";

  private ButtonRules() {}

  /** What whoever presses does: asked before what the app made of it. */
  static List<Rule> ofFinger() {
    return List.of(ButtonRules::impatient);
  }

  /** What the app makes of a press. */
  static List<Rule> ofApp() {
    return List.of(ButtonRules::edges, ButtonRules::frozen, ButtonRules::deaf);
  }

  /** From a contact's closing to the next one's, and what was published in between. */
  record Press(RelayMove down, Optional<RelayMove> up, long until, List<PacketSeen> sent) {
    List<PacketSeen> whileDown() {
      return sent.stream().filter(p -> up.isEmpty() || p.nanos() - up.get().nanos() < 0).toList();
    }

    List<PacketSeen> afterwards() {
      return sent.stream().filter(p -> !whileDown().contains(p)).toList();
    }
  }

  static List<Press> presses(Story story) {
    return presses(story, story.contacts());
  }

  private static List<Press> presses(Story story, List<RelayMove> moves) {
    List<Press> presses = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      if (moves.get(i).closed()) {
        RelayMove down = moves.get(i);
        Optional<RelayMove> up =
            i + 1 < moves.size() ? Optional.of(moves.get(i + 1)) : Optional.empty();
        long until = i + 2 < moves.size() ? moves.get(i + 2).nanos() : story.ended();
        List<PacketSeen> sent =
            story.published().stream()
                .filter(p -> p.nanos() - down.nanos() >= 0 && p.nanos() - until <= 0)
                .toList();
        presses.add(new Press(down, up, until, sent));
      }
    }
    return presses;
  }

  /** Presses of the scenario that a publisher answered before the button came up. */
  static List<Press> early(Story story) {
    return early(story, story.contacts());
  }

  /** Those since its boot. */
  static List<Press> earlySinceBoot(Story story) {
    return early(story, story.contactsSinceBoot());
  }

  private static List<Press> early(Story story, List<RelayMove> moves) {
    return story.kit().app() == App.PUBLISHER
        ? presses(story, moves).stream().filter(press -> !press.whileDown().isEmpty()).toList()
        : List.of();
  }

  static List<Suspect> edges(Story story) {
    List<Press> early = early(story);
    if (early.isEmpty()) {
      return List.of();
    }
    boolean both = earlySinceBoot(story).stream().anyMatch(press -> !press.afterwards().isEmpty());
    Press press = early.get(0);
    long after = (press.whileDown().get(0).nanos() - press.down().nanos()) / 1_000_000;
    return List.of(
        new Suspect(
            both ? "both-edges" : "no-release",
            Blame.KIT,
            story.kit().name()
                + (both
                    ? " publishes when the button goes down and again when it comes up."
                    : " publishes when the button goes down, not when it comes up."),
            List.of("a message came " + after + " ms after the contact closed, before it opened"),
            "the button is low while it is pressed: IRQ_TRIGGER_RISING_EDGE is its release"));
  }

  /**
   * Whoever presses did not wait: the timeline says so, or the contact moved before the kit was.
   */
  private static List<Suspect> impatient(Story story) {
    List<Press> presses = presses(story);
    boolean twice = story.did(" of " + story.kit().name() + " was pressed") && story.did(AT_ONCE);
    boolean early =
        story.kit().app() == App.PUBLISHER
            && !presses.isEmpty()
            && story.published().isEmpty()
            && presses.stream().noneMatch(press -> isReady(story, press.down().nanos()));
    if (!twice && !early) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "impatient-button",
            Blame.KIT,
            "The button of "
                + story.kit().name()
                + (twice ? " was pressed twice in a row." : " was pressed before it was ready."),
            List.of(
                twice
                    ? "two presses were one deed"
                    : "no press came after the line that says it is connected"),
            "wait for the ready line, and after each press for \"Success\": what comes sooner is"
                + " lost, and a shadow's light toggles twice"));
  }

  /** A kit that hangs pings no more. */
  private static List<Suspect> frozen(Story story) {
    if (story.kit().app() != App.PUBLISHER
        || story.isCloudDisturbed()
        || unanswered(story).isEmpty()) {
      return List.of();
    }
    return story
        .silence()
        .map(
            silence ->
                List.of(
                    hanging(
                        story,
                        "not even a PINGREQ for "
                            + silence.nanos() / 1_000_000
                            + " ms, where one should come every "
                            + silence.rhythm() / 1_000_000
                            + " ms")))
        .orElse(List.of());
  }

  private static List<Suspect> deaf(Story story) {
    if (story.kit().app() != App.PUBLISHER) {
      return List.of();
    }
    List<Press> unanswered = unanswered(story);
    if (unanswered.isEmpty()
        || story.isCloudDisturbed()
        || story.said("Failed")
        || story.said("Closing connection")) {
      return List.of();
    }
    return story.published().isEmpty()
        ? never(story, unanswered.size())
        : once(story, unanswered.size());
  }

  private static List<Press> unanswered(Story story) {
    return presses(story).stream().filter(press -> isUnanswered(story, press)).toList();
  }

  private static boolean isUnanswered(Story story, Press press) {
    return press.sent().isEmpty()
        && press.up().isPresent()
        && press.until() - press.up().get().nanos() >= ANSWER
        && isReady(story, press.down().nanos())
        && story.published().stream()
            .noneMatch(
                p -> {
                  long before = press.down().nanos() - p.nanos();
                  return before >= 0 && before < REST;
                });
  }

  private static boolean isReady(Story story, long nanos) {
    return story.console().stream()
        .filter(line -> Words.opened(line.line()))
        .map(ConsoleLine::nanos)
        .findFirst()
        .filter(ready -> nanos - ready > 0)
        .isPresent();
  }

  private static List<Suspect> never(Story story, int presses) {
    RelayMove last = story.contacts().get(story.contacts().size() - 1);
    boolean alive =
        story.packets().anyMatch(p -> p.type().equals("PINGREQ") && p.nanos() - last.nanos() > 0);
    String part = last.part();
    boolean verified = story.contacts().stream().allMatch(RelayMove::verified);
    Suspect deaf =
        new Suspect(
            "wrong-button",
            Blame.KIT,
            story.kit().name() + " is connected and takes no notice of " + part + ".",
            List.of(
                presses + (presses == 1 ? " press" : " presses") + ", no message, nothing printed",
                verified
                    ? "the relay read back that its contact moved"
                    : "whether the contact moved is not known: this relay can't be read back"),
            "the app must listen to WICED_SH_MB1, the shield's button, not to WICED_BUTTON1 on the"
                + " base board; press that one to see. If neither does anything, look at the wire"
                + " from the relay to the button");
    return alive
        ? List.of(deaf)
        : List.of(deaf, hanging(story, "no PINGREQ came since the press, but not for long enough"));
  }

  private static Suspect hanging(Story story, String evidence) {
    return new Suspect(
        "blocking-callback",
        Blame.KIT,
        story.kit().name() + " hangs since its button was pressed.",
        List.of(evidence),
        "an interrupt handler must not wait or publish: it sets a semaphore, the main thread does"
            + " the work");
  }

  private static List<Suspect> once(Story story, int presses) {
    return List.of(
        new Suspect(
            "stuck-in-progress",
            Blame.KIT,
            story.kit().name() + " has published and takes no notice of its button since.",
            List.of(
                story.published().size() + " published since its boot",
                presses + (presses == 1 ? " press" : " presses") + " later without a message"),
            "pub_in_progress must be set back to 0 when a publish is over, else every further press"
                + " is ignored"));
  }
}
