package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From an address to a session: TLS, the papers, the policy, the CONNECT. */
final class CloudRules {
  private static final int SHORT = 12;

  private CloudRules() {}

  static List<Rule> all() {
    return List.of(
        CloudRules::noPapers,
        CloudRules::handshake,
        CloudRules::inactive,
        CloudRules::otherPapers,
        CloudRules::policy,
        CloudRules::elsewhere,
        CloudRules::duplicate,
        CloudRules::mute,
        CloudRules::keepAlive,
        CloudRules::session);
  }

  private static List<Suspect> noPapers(Story story) {
    return ended(story, "showed no certificate").map(end -> noPapers(story, end)).orElse(List.of());
  }

  /** A key that is none and a certificate that is none show alike: the kit shows neither. */
  private static List<Suspect> noPapers(Story story, ConnectionEnd end) {
    String kit = story.kit().name();
    List<String> evidence = List.of("the cloud: " + end.text());
    Suspect swapped =
        new Suspect(
            "swapped-credentials",
            Blame.KIT,
            kit + " may have certificate and key swapped: it shows neither.",
            evidence,
            "client.cer must begin with BEGIN CERTIFICATE, privkey.cer with BEGIN RSA PRIVATE KEY");
    Suspect publicKey =
        new Suspect(
            "public-key-as-key",
            Blame.KIT,
            kit + " may have the public key where the private one should be.",
            evidence,
            "privkey.cer must begin with BEGIN RSA PRIVATE KEY, not with BEGIN PUBLIC KEY");
    Suspect half =
        new Suspect(
            "one-file-only",
            Blame.KIT,
            kit + " may have got only one of its two files.",
            evidence,
            "upload certificate and key without a reset between them: the kit keeps both or none");
    return story.kit().app() == App.SHADOW
        ? List.of(half, swapped, publicKey)
        : List.of(swapped, publicKey);
  }

  private static List<Suspect> handshake(Story story) {
    return story.isCloudDisturbed()
        ? List.of()
        : story.failedHandshakes().stream()
            .flatMap(failed -> handshake(story, failed).stream())
            .limit(1)
            .toList();
  }

  private static Optional<Suspect> handshake(Story story, TlsHandshake failed) {
    String kit = story.kit().name();
    List<String> evidence = List.of("the TLS handshake " + failed.text());
    if (failed.text().contains("the client sent alert")) {
      return Optional.of(
          new Suspect(
              "wrong-peer-cn",
              Blame.KIT,
              kit + " does not trust this broker: it ended the TLS handshake itself.",
              evidence,
              "the peer's common name in the source must be that of the broker's region; if it is,"
                  + " rootca.cer is not the root the broker's certificate leads to"));
    }
    if (failed.text().contains("CertificateVerify")) {
      return Optional.of(
          new Suspect(
              "mismatched-key",
              Blame.KIT,
              kit + " has a key that is not its certificate's.",
              evidence,
              "privkey.cer must be the private key that was downloaded with client.cer, not that of"
                  + " another certificate"));
    }
    return Optional.empty();
  }

  private static List<Suspect> inactive(Story story) {
    return ended(story, " is not active")
        .map(
            end ->
                List.of(
                    new Suspect(
                        "inactive-certificate",
                        Blame.KIT,
                        "The certificate of " + story.kit().name() + " is not active.",
                        List.of("the cloud: " + end.text()),
                        "activate it in the console: Security, Certificates, Actions, Activate")))
        .orElse(List.of());
  }

  /** It got in, as somebody else. */
  private static List<Suspect> otherPapers(Story story) {
    KitFacts kit = story.kit();
    if (kit.principal().isEmpty()) {
      return List.of();
    }
    return story.connects().stream()
        .filter(p -> p.clientId().equals(kit.clientId()))
        .filter(p -> !p.principal().isEmpty() && !kit.principal().get().equals(p.principal()))
        .findFirst()
        .map(p -> List.of(otherPapers(story, p)))
        .orElse(List.of());
  }

  private static Suspect otherPapers(Story story, PacketSeen connect) {
    String kit = story.kit().name();
    Optional<KitFacts> owner = story.bench().owner(connect.principal());
    String whose = owner.map(other -> "that of " + other.name()).orElse("an earlier one");
    return new Suspect(
        owner.isPresent() ? "publisher-certificate" : "stale-keys",
        Blame.KIT,
        kit + " shows another certificate than it was given: " + whose + ".",
        List.of(
            "it connected with " + brief(connect.principal()),
            "it was given " + brief(story.kit().principal().orElse("none"))),
        owner.isPresent()
            ? "the subscriber's source and makefile must name its own resources, not the"
                + " publisher's"
            : "make clean before you build: resources that changed are not built in otherwise");
  }

  private static List<Suspect> policy(Story story) {
    return ended(story, "no policy allows iot:")
        .map(end -> List.of(policy(story, end)))
        .orElse(List.of());
  }

  private static Suspect policy(Story story, ConnectionEnd end) {
    String text = end.text();
    String kit = story.kit().name();
    String action = text.replaceAll("(?s).*no policy allows iot:(\\w+).*", "$1");
    boolean bare =
        story
            .inScenario(Observation.ThingSeen.class)
            .flatMap(seen -> seen.thing().certificates().stream())
            .anyMatch(c -> c.id().equals(end.principal()) && c.policies().isEmpty());
    List<String> evidence = List.of("the cloud: " + text);
    return bare
        ? new Suspect(
            "policy-not-attached",
            Blame.KIT,
            "The certificate of " + kit + " has no policy.",
            Stream.concat(evidence.stream(), Stream.of("the registry shows it without one"))
                .toList(),
            "attach your policy to the certificate: Security, Certificates, Actions, Attach policy")
        : new Suspect(
            "policy-lacks-" + action.toLowerCase(java.util.Locale.ROOT),
            Blame.KIT,
            "No policy of " + kit + "'s certificate allows iot:" + action + ".",
            evidence,
            "the course's policy allows iot:* on *; a narrower one must name the action and the"
                + " very topic or client id");
  }

  /** It opened a connection to somebody, who was not this cloud. */
  private static List<Suspect> elsewhere(Story story) {
    if (story.isCloudDisturbed()
        || !story.failedToConnect()
        || !story.connects().isEmpty()
        || !story.failedHandshakes().isEmpty()) {
      return List.of();
    }
    String address = story.line("roker IP: ").map(String::strip).orElse("its broker was resolved");
    return List.of(
        new Suspect(
            "wrong-broker",
            Blame.KIT,
            story.kit().name() + " tried to connect, and nobody came to this cloud.",
            List.of(BootRules.said(story, address), "no TLS handshake reached the broker"),
            "compare MQTT_BROKER_ADDRESS with the endpoint of your account and region"));
  }

  private static List<Suspect> duplicate(Story story) {
    KitFacts kit = story.kit();
    return story.connects().stream()
        .filter(p -> !p.clientId().equals(kit.clientId()))
        .filter(p -> isOthers(story, p.clientId()))
        .findFirst()
        .map(
            p ->
                List.of(
                    new Suspect(
                        "duplicate-client-id",
                        Blame.KIT,
                        kit.name() + " calls itself \"" + p.clientId() + "\", as another kit does.",
                        Stream.concat(
                                Stream.of("it connected as " + p.clientId()),
                                ended(story, "was taken over").map(ConnectionEnd::text).stream())
                            .toList(),
                        "each client needs a CLIENT_ID of its own: the broker throws the older one"
                            + " of two out, and this firmware does not come back by itself")))
        .orElse(List.of());
  }

  private static boolean isOthers(Story story, String clientId) {
    return story.bench().kits().stream()
        .anyMatch(other -> !other.equals(story.kit()) && other.clientId().equals(clientId));
  }

  /** It is in, and does not say so. */
  private static List<Suspect> mute(Story story) {
    boolean in = story.packets().anyMatch(p -> p.type().equals("CONNACK"));
    boolean pings = story.packets().anyMatch(p -> p.type().equals("PINGREQ"));
    boolean told = story.lines().stream().anyMatch(Words::opened);
    Optional<String> run = story.lines().stream().filter(Words::isTwoInOne).findFirst();
    if (run.isEmpty() && (!in || !pings || told || story.kit().app() == App.SHADOW)) {
      return List.of();
    }
    return List.of(
        new Suspect(
            "no-newline",
            Blame.KIT,
            story.kit().name() + " prints without a newline: its text comes late, with the next.",
            List.of(
                run.map(line -> BootRules.said(story, line))
                    .orElse("it is connected and pings, and its console does not say so")),
            "end every text with \\n: what is printed stays in a buffer until one comes"));
  }

  private static List<Suspect> keepAlive(Story story) {
    return connected(story, "keep alive 0 s")
        .map(
            p ->
                List.of(
                    new Suspect(
                        "keep-alive-0",
                        Blame.KIT,
                        story.kit().name() + " connects without a keep-alive.",
                        List.of("its CONNECT: " + p.detail()),
                        "keep_alive is 5 seconds in the course's app: with 0 neither side notices"
                            + " that the other is gone")))
        .orElse(List.of());
  }

  private static List<Suspect> session(Story story) {
    return connected(story, "persistent session")
        .map(
            p ->
                List.of(
                    new Suspect(
                        "persistent-session",
                        Blame.KIT,
                        story.kit().name() + " does not ask for a clean session.",
                        List.of("its CONNECT: " + p.detail()),
                        "clean_session is 1 in the course's app: without it old messages come after"
                            + " a restart")))
        .orElse(List.of());
  }

  private static Optional<PacketSeen> connected(Story story, String detail) {
    return story.connects().stream().filter(p -> p.detail().contains(detail)).findFirst();
  }

  private static Optional<ConnectionEnd> ended(Story story, String text) {
    return story.ends().stream().filter(end -> end.text().contains(text)).findFirst();
  }

  static String brief(String principal) {
    return principal.length() <= SHORT ? principal : principal.substring(0, SHORT) + "…";
  }
}
