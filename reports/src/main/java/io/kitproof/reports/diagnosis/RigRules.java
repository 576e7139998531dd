package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.diagnosis.ButtonRules.Press;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with the bench although none of its parts has said so: looked at first, for a kit
 * can't be judged by what such a bench shows.
 */
final class RigRules {
  /** Of so many letters on a console a few may be noise; a third of them are no text. */
  private static final int LETTERS = 20;

  /** A contact has come to rest long before, and nobody presses again so soon. */
  private static final long SOON = Duration.ofMillis(800).toNanos();

  /** An app that publishes at the press does it at once; a contact may bounce later. */
  private static final long PROMPT = Duration.ofMillis(25).toNanos();

  /** No board takes that long for a command; what a scenario promises is finer. */
  private static final Duration SLOW = Duration.ofMillis(250);

  private static final String PRESSED = "Button is pressed";

  private RigRules() {}

  static List<Rule> all() {
    return List.of(RigRules::slow, RigRules::garbled, RigRules::mute, RigRules::bounce);
  }

  /**
   * What a scenario may have done too soon: looked at last, for it explains only what is missing.
   */
  static List<Rule> ofScenario() {
    return List.of(RigRules::unheard);
  }

  private static List<Suspect> slow(Story story) {
    return story
        .inScenario(RelayMove.class)
        .filter(move -> move.part().endsWith(" of " + story.kit().name()))
        .filter(move -> move.answered().compareTo(SLOW) > 0)
        .findFirst()
        .map(
            move ->
                List.of(
                    new Suspect(
                        "slow-board",
                        Blame.RIG,
                        move.board() + " takes too long to prove anything about times.",
                        List.of(
                            move.part()
                                + " moved at some time within "
                                + move.answered().toMillis()
                                + " ms of the command"),
                        "look at what else speaks on its line, and at the load of this host")))
        .orElse(List.of());
  }

  private static List<Suspect> garbled(Story story) {
    String text = String.join("", story.lines());
    long strange = text.chars().filter(c -> c < ' ' || c > '~').count();
    if (text.length() < LETTERS || strange * 3 < text.length()) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "garbled-console",
            Blame.RIG,
            "What comes from the console of " + story.kit().name() + " is no text.",
            List.of(strange + " of " + text.length() + " characters are not printable"),
            "check the baud rate of the console in the bench file (115200 for all kits), its ground"
                + " wire, and that nobody else talks on its line"));
  }

  /** Whoever connects says so. */
  private static List<Suspect> mute(Story story) {
    if (!story.lines().isEmpty() || story.connects().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "mute-console",
            Blame.RIG,
            story.kit().name() + " has connected to the cloud and its console said nothing.",
            List.of("its CONNECT came to the broker"),
            "check the cable and the baud rate of its console, and that the console is this kit's"));
  }

  /** Several deeds for one press: no app has a way to do that by itself. */
  private static List<Suspect> bounce(Story story) {
    return ButtonRules.presses(story).stream()
        .flatMap(press -> twice(story, press).stream())
        .findFirst()
        .or(() -> late(story))
        .map(List::of)
        .orElseGet(() -> byChance(story));
  }

  /**
   * What an app does at once at each press a contact may do at one: a single one proves nothing.
   */
  private static List<Suspect> byChance(Story story) {
    List<Press> early = ButtonRules.early(story);
    List<Press> all = ButtonRules.earlySinceBoot(story);
    if (early.isEmpty() || (all.size() > 1 && all.stream().noneMatch(RigRules::isLate))) {
      return List.of();
    }
    Suspect contact = bouncing(early.get(0), early.get(0).whileDown());
    return Stream.concat(Stream.of(contact), ButtonRules.edges(story).stream()).toList();
  }

  private static Optional<Suspect> twice(Story story, Press press) {
    return answers(story, press)
        .filter(several -> several.size() > 1 && isSoon(several))
        .findFirst()
        .map(several -> bouncing(press, several));
  }

  /** Messages that come while the contact is down, and none of them when it went down. */
  private static Optional<Suspect> late(Story story) {
    List<Press> early = ButtonRules.early(story);
    return early.stream()
        .findFirst()
        .filter(press -> early.stream().allMatch(RigRules::isLate))
        .map(press -> bouncing(press, press.whileDown()));
  }

  private static boolean isLate(Press press) {
    return press.whileDown().get(0).nanos() - press.down().nanos() > PROMPT;
  }

  /** What followed on each of a press's two moves, as far as the app would not do it of itself. */
  private static Stream<List<? extends Observation>> answers(Story story, Press press) {
    if (story.kit().app() != App.PUBLISHER) {
      return Stream.of(noticed(story, press));
    }
    List<PacketSeen> down = press.whileDown();
    List<PacketSeen> up = press.afterwards();
    return Stream.of(
        isAcknowledged(story, down) ? down : List.of(), isAcknowledged(story, up) ? up : List.of());
  }

  /** Without an acknowledgement the app itself tries again. */
  private static boolean isAcknowledged(Story story, List<PacketSeen> sent) {
    return sent.size() > 1
        && story
            .packets()
            .filter(p -> p.type().equals("PUBACK") && p.nanos() - sent.get(0).nanos() > 0)
            .anyMatch(p -> p.nanos() - sent.get(1).nanos() < 0);
  }

  private static List<ConsoleLine> noticed(Story story, Press press) {
    return story.console().stream()
        .filter(line -> line.line().contains(PRESSED))
        .filter(line -> line.nanos() - press.down().nanos() >= 0)
        .filter(line -> line.nanos() - press.until() < 0)
        .toList();
  }

  private static boolean isSoon(List<? extends Observation> several) {
    return several.get(several.size() - 1).nanos() - several.get(0).nanos() < SOON;
  }

  private static Suspect bouncing(Press press, List<? extends Observation> several) {
    return new Suspect(
        "bouncing-contact",
        Blame.RIG,
        "One press of " + press.down().part() + " came through more than once, or too late.",
        List.of(
            "answers to one move of the contact, the first after "
                + (several.get(0).nanos() - press.down().nanos()) / 1_000_000
                + " ms: "
                + several.stream().map(RigRules::said).toList()),
        "the relay's contact bounces: use another channel or a solid-state relay; this firmware has"
            + " no debouncing of its own");
  }

  /** What the broker has before anybody subscribes reaches nobody, however right the kit is. */
  private static List<Suspect> unheard(Story story) {
    Optional<PacketSeen> subscribed =
        story
            .packets()
            .filter(p -> p.way() == Way.IN && p.type().equals("SUBSCRIBE"))
            .filter(p -> p.topic().equals(story.kit().topic()))
            .findFirst();
    List<PacketSeen> sent =
        story
            .inScenario(PacketSeen.class)
            .filter(p -> story.kit().topic().filter(p::publishedTo).isPresent())
            .toList();
    if (story.kit().app() != App.SUBSCRIBER
        || subscribed.isEmpty()
        || sent.isEmpty()
        || !sent.stream().allMatch(p -> isBefore(subscribed.get(), p, story))
        || story.isCloudDisturbed()
        || gotAny(story)
        || !story.edges().isEmpty()) {
      return List.of();
    }
    long millis = (subscribed.get().nanos() - sent.get(0).nanos()) / 1_000_000;
    return List.of(
        new Suspect(
            "early-message",
            Blame.RIG,
            story.kit().name() + " was still starting when the message was published.",
            List.of("its SUBSCRIBE came " + millis + " ms after the message"),
            "begin the scenario with \"Given the " + story.kit().name() + " is ready\""));
  }

  private static boolean isBefore(PacketSeen subscribed, PacketSeen message, Story story) {
    return story.isOpening(message.nanos()) && message.nanos() - subscribed.nanos() < 0;
  }

  /** Also before it started again: a message may have been what made it. */
  private static boolean gotAny(Story story) {
    return story
        .inScenario(PacketSeen.class)
        .filter(p -> p.way() == Way.OUT && p.type().equals("PUBLISH"))
        .anyMatch(p -> p.principal().equals(story.kit().principal().orElse("")));
  }

  private static String said(Observation deed) {
    return deed instanceof PacketSeen packet ? packet.message() : deed.text();
  }
}
