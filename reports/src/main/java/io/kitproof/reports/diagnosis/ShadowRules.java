package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.util.List;
import java.util.Optional;

/** The shadow app: how it was configured, and what it tells its shadow (kits.md 1.3, section 5). */
final class ShadowRules {
  private static final String THING = "Thing Name: ";
  private static final String BOX = "Config SSID : ";

  private ShadowRules() {}

  /** How it was configured: asked before what the cloud made of that. */
  static List<Rule> ofConfiguration() {
    return List.of(ShadowRules::downloadedAgain, ShadowRules::ssid, ShadowRules::thing);
  }

  /** What it does once it is connected. */
  static List<Rule> ofLight() {
    return List.of(ShadowRules::deaf, ShadowRules::half, ShadowRules::stuck);
  }

  private static List<Suspect> downloadedAgain(Story story) {
    String kit = story.kit().name();
    boolean told = story.isLast(kit + " was told its network", kit + " was downloaded once more");
    if (!isShadow(story) || !told || !story.said(BOX) || story.said("DCT clearing end")) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "re-downloaded",
            Blame.KIT,
            story.kit().name() + " was configured, and asks for it again: its memory was erased.",
            List.of(BootRules.said(story, story.line(BOX).orElse(BOX)), "no \"Joining\" since"),
            "a download writes over thing, keys and network: configure it again, or download with"
                + " no_dct"));
  }

  private static List<Suspect> ssid(Story story) {
    Optional<String> shown = story.line(BOX).map(line -> line.substring(BOX.length()).strip());
    Optional<String> own = story.kit().configSsid();
    if (shown.isEmpty() || own.isEmpty() || shown.equals(own)) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "default-ssid",
            Blame.KIT,
            "The access point of "
                + story.kit().name()
                + " is called "
                + shown.get()
                + ", not "
                + own.get()
                + ".",
            List.of(BootRules.said(story, BOX + shown.get())),
            "CONFIG_AP_SSID in wifi_config_dct.h must be your own: with two of one name in the room"
                + " the wrong kit gets configured"));
  }

  private static List<Suspect> thing(Story story) {
    Optional<String> told = story.line(THING).map(line -> line.substring(THING.length()).strip());
    Optional<String> own = story.thing();
    if (!isShadow(story) || told.isEmpty() || own.isEmpty() || told.equals(own)) {
      return List.of();
    }
    boolean letters = told.get().equalsIgnoreCase(own.get());
    return List.of(
        new Suspect(
            letters ? "wrong-thing-case" : "wrong-thing",
            Blame.KIT,
            story.kit().name() + " speaks for thing " + told.get() + ", not for " + own.get() + ".",
            List.of(BootRules.said(story, THING + told.get())),
            "type the thing's name on the configuration page as it stands in the registry"
                + (letters ? ": capital letters count" : "")));
  }

  private static List<Suspect> deaf(Story story) {
    long presses = story.contacts().stream().filter(RelayMove::closed).count();
    boolean armed = story.said("Subscribe SUCCEEDED");
    boolean deaf = presses > 0 && armed && !story.said("Button is pressed");
    boolean dark = !toggles(story).isEmpty() && story.edges().isEmpty();
    if (!isShadow(story) || (!deaf && !dark)) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "handout-macros",
            Blame.KIT,
            story.kit().name()
                + (deaf
                    ? " is connected and takes no notice of the shield's button."
                    : " tells its shadow of a light that the shield's LED does not show."),
            List.of(
                deaf
                    ? presses + " presses, \"Button is pressed\" was not printed"
                    : toggles(story).size() + " updates, not one change of the LED since its boot"),
            "the handout changes the macros in aws_common.c only: shadow.c has WICED_BUTTON1 and"
                + " WICED_LED1 as well; both must be the shield's"));
  }

  /** What it says after the first word on its start, each time its light changes. */
  private static List<PacketSeen> toggles(Story story) {
    return story.published().stream()
        .filter(p -> p.topic().filter(t -> t.endsWith("/shadow/update")).isPresent())
        .skip(1)
        .toList();
  }

  private static List<Suspect> half(Story story) {
    if (!isShadow(story)) {
      return List.of();
    }
    return toggles(story).stream()
        .map(PacketSeen::message)
        .filter(text -> text.contains("\"desired\"") != text.contains("\"reported\""))
        .findFirst()
        .map(text -> List.of(half(story, text)))
        .orElse(List.of());
  }

  private static Suspect half(Story story, String text) {
    boolean desired = text.contains("\"desired\"");
    return new Suspect(
        desired ? "desired-only" : "reported-only",
        Blame.KIT,
        story.kit().name()
            + (desired
                ? " tells its shadow what it desires and never what it is."
                : " tells its shadow what it is and leaves an old desire in place."),
        List.of("it published " + text),
        "both desired and reported belong in the update, with the same status: else the cloud sends"
            + " a delta after each press");
  }

  private static List<Suspect> stuck(Story story) {
    List<String> texts = toggles(story).stream().map(PacketSeen::message).toList();
    boolean same = texts.size() > 1 && texts.stream().distinct().count() == 1;
    if (!isShadow(story) || !same) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "stuck-state",
            Blame.KIT,
            story.kit().name() + " says the same of its light whatever happens.",
            List.of(texts.size() + " updates, all " + texts.get(0)),
            "led_status must be kept whenever the light changes"));
  }

  private static boolean isShadow(Story story) {
    return story.kit().app() == App.SHADOW;
  }
}
