package io.kitproof.reports.diagnosis;

import io.kitproof.fixtures.firmware.Booted;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.util.List;

/** From power to an address: the image, the resources it was built with, the network. */
final class BootRules {
  private BootRules() {}

  static List<Rule> all() {
    return List.of(
        BootRules::oldImage,
        BootRules::dummyCertificate,
        BootRules::dummyKey,
        BootRules::notJoined,
        BootRules::noLease,
        BootRules::unresolved);
  }

  private static List<Suspect> oldImage(Story story) {
    Booted booted = new Booted();
    story.lines().forEach(booted::take);
    KitFacts kit = story.kit();
    return booted
        .insteadOf(kit.name(), kit.app(), kit.profile())
        .map(
            instead ->
                List.of(
                    new Suspect(
                        "old-image",
                        Blame.KIT,
                        instead + ".",
                        story.lines().stream().filter(l -> !l.isEmpty()).limit(1).toList(),
                        Booted.ADVICE
                            + "; read the last lines of make: a build that ended with an error has"
                            + " programmed nothing (VALID_PLATFORMS, the NAME, the Make Target)")))
        .orElse(List.of());
  }

  private static List<Suspect> dummyCertificate(Story story) {
    return said(
        story,
        "Not a valid Certificate!",
        "dummy-certificate",
        " was built with the SDK's client.cer, which is no certificate.",
        "put the certificate AWS gave you in its place under the same name, make clean, build and"
            + " program again");
  }

  private static List<Suspect> dummyKey(Story story) {
    return said(
        story,
        "Not a valid Private Key!",
        "dummy-key",
        " was built with the SDK's privkey.cer, which is no key.",
        "put the private key AWS gave you in its place under the same name, make clean, build and"
            + " program again");
  }

  private static List<Suspect> notJoined(Story story) {
    if (story.said(Words.JOINED)) {
      return List.of();
    }
    return said(
        story,
        Words.FAILED_TO_JOIN,
        "wrong-passphrase",
        " can't join the Wi-Fi network.",
        "compare SSID, passphrase and security in wifi_config_dct.h with the network's; on the"
            + " console a wrong one and a network out of reach look the same: whether another kit"
            + " joins tells them apart");
  }

  private static List<Suspect> noLease(Story story) {
    return story
        .line(Words.NO_LEASE)
        .map(
            line ->
                List.of(
                    new Suspect(
                        "no-lease",
                        Blame.RIG,
                        story.kit().name() + " joined the network and got no address.",
                        List.of(said(story, line)),
                        "check the DHCP server of the bench's network")))
        .orElse(List.of());
  }

  private static List<Suspect> unresolved(Story story) {
    String shown = story.said(Words.UNRESOLVED) ? Words.UNRESOLVED : "broker 0.0.0.0";
    return story.said(Words.JOINED)
        ? said(
            story,
            shown,
            "broker-typo",
            " found no address for the name of its broker.",
            "MQTT_BROKER_ADDRESS must be the bare endpoint: no https://, no :8883, no blank, no"
                + " letter too many")
        : List.of();
  }

  private static List<Suspect> said(
      Story story, String text, String code, String sentence, String hint) {
    return story
        .line(text)
        .map(
            line ->
                List.of(
                    new Suspect(
                        code,
                        Blame.KIT,
                        story.kit().name() + sentence,
                        List.of(said(story, line)),
                        hint)))
        .orElse(List.of());
  }

  static String said(Story story, String line) {
    return story.kit().name() + " said \"" + line.strip() + "\"";
  }
}
