package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What was published or subscribed to: topic, text, order, flags. */
final class MessageRules {
  private static final String ON = "LIGHT ON";
  private static final String OFF = "LIGHT OFF";
  private static final Set<String> RIGHT = Set.of(ON, OFF);

  /** What {@code sizeof} of a pointer makes of either text on a 32-bit kit. */
  private static final String FOUR = "LIGH";

  private MessageRules() {}

  static List<Rule> all() {
    return List.of(
        MessageRules::notSubscribed,
        MessageRules::topic,
        MessageRules::text,
        MessageRules::first,
        MessageRules::advanced,
        MessageRules::same,
        MessageRules::retained,
        MessageRules::unacknowledged);
  }

  private static List<Suspect> notSubscribed(Story story) {
    boolean in = story.packets().anyMatch(p -> p.type().equals("CONNACK"));
    boolean asked = story.packets().anyMatch(p -> p.type().equals("SUBSCRIBE"));
    if (story.kit().app() != App.SUBSCRIBER || !in || asked || story.said("Failed")) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "no-subscribe",
            Blame.KIT,
            story.kit().name() + " is connected and never subscribes.",
            List.of("no SUBSCRIBE since its CONNECT", "\"Subscribing\" was not printed"),
            "after mqtt_conn_open comes mqtt_app_subscribe, with the topic and QoS 0"));
  }

  private static List<Suspect> topic(Story story) {
    KitFacts kit = story.kit();
    if (kit.topic().isEmpty() || kit.app() == App.SHADOW) {
      return List.of();
    }
    String type = kit.app() == App.PUBLISHER ? "PUBLISH" : "SUBSCRIBE";
    return story
        .packets()
        .filter(p -> p.way() == Way.IN && p.type().equals(type))
        .flatMap(p -> p.topic().stream())
        .filter(topic -> !topic.equals(kit.topic().get()))
        .findFirst()
        .map(topic -> List.of(topic(story, topic, kit.topic().get())))
        .orElse(List.of());
  }

  private static Suspect topic(Story story, String topic, String expected) {
    KitFacts kit = story.kit();
    boolean stock = like(topic, kit.stockTopic()) || like(topic, expected);
    String does = kit.app() == App.PUBLISHER ? " publishes to " : " subscribes to ";
    return new Suspect(
        stock ? "wrong-topic" : "topics-differ",
        Blame.KIT,
        kit.name() + does + "\"" + topic + "\", not to \"" + expected + "\".",
        List.of("seen at the broker on \"#\""),
        stock
            ? "WICED_TOPIC in the source must be your own topic, letter for letter: case, initials,"
                + " no leading /, no blank"
            : "publisher and subscriber must name the same topic");
  }

  private static boolean like(String a, String b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(String topic) {
    return topic.strip().toLowerCase(Locale.ROOT).replaceAll("^/|/$", "");
  }

  private static List<Suspect> text(Story story) {
    if (story.kit().app() != App.PUBLISHER) {
      return List.of();
    }
    return story.published().stream()
        .map(PacketSeen::message)
        .filter(text -> !RIGHT.contains(text))
        .findFirst()
        .map(text -> List.of(text(story, text)))
        .orElse(List.of());
  }

  private static Suspect text(Story story, String text) {
    boolean cut = text.equals(FOUR) || text.endsWith("\\x00");
    return new Suspect(
        cut ? "sizeof-msg" : "wrong-payload",
        Blame.KIT,
        story.kit().name() + " publishes \"" + text + "\".",
        List.of("LIGHT ON and LIGHT OFF are expected, byte for byte"),
        cut
            ? "the length of a message is strlen(msg): sizeof of a pointer is 4 on the kit, sizeof"
                + " of a literal counts the NUL"
            : "the subscriber compares letter for letter: LIGHT ON, LIGHT OFF");
  }

  /** Swapped texts and a counter that starts at one make the same messages. */
  private static List<Suspect> first(Story story) {
    List<PacketSeen> sent = story.published();
    if (story.kit().app() != App.PUBLISHER
        || !story.booted()
        || sent.isEmpty()
        || !sent.get(0).message().equals(ON)) {
      return List.of();
    }
    String kit = story.kit().name();
    List<String> evidence = List.of("the first message since its boot was \"" + ON + "\"");
    return List.of(
        new Suspect(
            "on-first",
            Blame.KIT,
            kit + " begins with LIGHT ON: its counter starts at the wrong parity.",
            evidence,
            "the course's app begins with LIGHT OFF; swapped texts look the same at the broker:"
                + " only the source tells them apart"),
        new Suspect(
            "swapped-payload",
            Blame.KIT,
            kit + " begins with LIGHT ON: it has its two texts swapped.",
            evidence,
            "look at MSG_ON and MSG_OFF in the source"));
  }

  /** Of two messages without an acknowledgement between them, the second repeats the first. */
  private static List<Suspect> advanced(Story story) {
    List<PacketSeen> sent = story.published();
    for (int i = 1; i < sent.size() && story.kit().app() == App.PUBLISHER; i++) {
      PacketSeen before = sent.get(i - 1);
      PacketSeen after = sent.get(i);
      if (!isAcknowledged(story, before, after) && !before.message().equals(after.message())) {
        return List.of(advanced(story, before, after));
      }
    }
    return List.of();
  }

  private static boolean isAcknowledged(Story story, PacketSeen message, PacketSeen next) {
    return message.qos() == 0
        || story
            .packets()
            .filter(p -> p.type().equals("PUBACK") && p.packetId() == message.packetId())
            .anyMatch(p -> p.nanos() - message.nanos() >= 0 && p.nanos() - next.nanos() <= 0);
  }

  private static Suspect advanced(Story story, PacketSeen before, PacketSeen after) {
    return new Suspect(
        "advance-on-failure",
        Blame.KIT,
        story.kit().name() + " leaves a message out when its publish fails.",
        List.of(
            "\""
                + before.message()
                + "\" was not acknowledged, \""
                + after.message()
                + "\" came next"),
        "the counter goes on only when a publish succeeded");
  }

  private static List<Suspect> same(Story story) {
    List<PacketSeen> sent = story.published();
    boolean allSame = sent.stream().map(PacketSeen::message).distinct().count() == 1;
    long ids = sent.stream().map(PacketSeen::packetId).distinct().count();
    if (story.kit().app() != App.PUBLISHER || ids < 2 || !allSame || story.said("Failed")) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "no-toggle",
            Blame.KIT,
            story.kit().name() + " publishes \"" + sent.get(0).message() + "\" at each press.",
            List.of(ids + " messages, all the same"),
            "the app must count its presses: even ones are LIGHT OFF, odd ones LIGHT ON"));
  }

  private static List<Suspect> retained(Story story) {
    return flagged(story, story.published().stream().filter(PacketSeen::retain).findFirst())
        .map(
            p ->
                List.of(
                    new Suspect(
                        "retained-publish",
                        Blame.KIT,
                        story.kit().name() + " publishes retained messages.",
                        List.of("its PUBLISH has the retain flag"),
                        "retain is 0: a retained message meets every later subscriber as if it were"
                            + " new")))
        .orElse(List.of());
  }

  private static List<Suspect> unacknowledged(Story story) {
    return flagged(story, story.published().stream().filter(p -> p.qos() == 0).findFirst())
        .map(
            p ->
                List.of(
                    new Suspect(
                        "qos-0",
                        Blame.KIT,
                        story.kit().name() + " publishes at QoS 0.",
                        List.of("its PUBLISH has QoS 0"),
                        "the course asks for QoS 1: at 0 a message may get lost and nobody hears of"
                            + " it")))
        .orElse(List.of());
  }

  private static Optional<PacketSeen> flagged(Story story, Optional<PacketSeen> packet) {
    return packet.filter(p -> story.kit().app() == App.PUBLISHER);
  }
}
