package io.kitproof.reports.diagnosis;

import io.kitproof.boards.kit.App;
import io.kitproof.boards.kit.Profile;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.benchfile.KitSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a bench file and a registry say of a kit: what its evidence is held against.
 *
 * @param clientId what its app calls itself unless its author changed that
 * @param stockTopic the topic in the SDK's source; empty when the app has none
 * @param principal the SHA-256 of the certificate it was given, in hex
 * @param configSsid what a shadow's own access point should be called
 * @param buttons as {@code MB1 of publisher}, as relays tell it
 * @param keepAlive after which its app pings, by the clock of its firmware
 */
record KitFacts(
    String name,
    App app,
    Profile profile,
    String clientId,
    String stockTopic,
    Optional<String> thing,
    Optional<String> topic,
    Optional<String> principal,
    Optional<String> configSsid,
    List<String> buttons,
    Duration keepAlive) {
  /** All apps of the course have it (kits.md 1.1 to 1.4). */
  static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

  static KitFacts of(Kit kit, Bench bench) {
    KitSpec spec = bench.file().kits().get(kit.name());
    var stock = io.kitproof.boards.kit.FirmwareImage.of(kit.app(), kit.profile()).mqtt();
    return new KitFacts(
        kit.name(),
        kit.app(),
        kit.profile(),
        stock.clientId(),
        stock.topic(),
        kit.thing(),
        spec == null ? Optional.empty() : spec.topic(),
        kit.principal(),
        kit.app() == App.SHADOW ? Optional.of(kit.accessPoint()) : Optional.empty(),
        spec == null
            ? List.of()
            : spec.buttons().keySet().stream().map(b -> b + " of " + kit.name()).toList(),
        kit.firmwareTime(KEEP_ALIVE));
  }
}
