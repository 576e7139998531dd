package io.kitproof.boards.kit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What students get wrong, by the numbers of the course's list (kits.md section 5). */
public enum Mistake {
  /** Number 1. */
  WRONG_BUTTON(1, "wrong-button", "listens to the base board's button", App.PUBLISHER),
  /** Number 2. */
  WRONG_LED(2, "wrong-led", "switches the base board's LED", App.SUBSCRIBER),
  /** Number 4. */
  INVERTED_LED(4, "inverted-led", "lights the LED for off and puts it out for on", App.SUBSCRIBER),
  /** Number 5, falling edge. */
  NO_RELEASE(
      5, "no-release", "publishes when the button goes down, not when it comes up", App.PUBLISHER),
  /** Number 5, both edges. */
  BOTH_EDGES(5, "both-edges", "publishes when the button goes down and again up", App.PUBLISHER),
  /** Number 6. */
  WRONG_TOPIC(6, "wrong-topic", "still uses the SDK's topic", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 8, other text. */
  WRONG_PAYLOAD(
      8, "wrong-payload", "says Light On instead of LIGHT ON", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 8, swapped. */
  SWAPPED_PAYLOAD(
      8, "swapped-payload", "has the texts for on and off swapped", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 9. */
  BROKER_TYPO(
      9, "broker-typo", "has a broker name that does not resolve", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 11. */
  WRONG_PEER_CN(
      11, "wrong-peer-cn", "expects the broker of another region", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 12, certificate. */
  DUMMY_CERTIFICATE(
      12, "dummy-certificate", "has the SDK's client.cer", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 12, key. */
  DUMMY_KEY(12, "dummy-key", "has the SDK's privkey.cer", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 14. */
  SWAPPED_CREDENTIALS(
      14, "swapped-credentials", "has certificate and key swapped", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 17. */
  STUCK_IN_PROGRESS(17, "stuck-in-progress", "is deaf after one publish", App.PUBLISHER),
  /** Number 18. */
  SAME_CLIENT_ID(
      18, "same-client-id", "uses the other app's client id", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 19. */
  WRONG_PASSPHRASE(
      19, "wrong-passphrase", "has a wrong Wi-Fi passphrase", App.PUBLISHER, App.SUBSCRIBER),
  /** Number 22. */
  NO_SUBSCRIBE(22, "no-subscribe", "never subscribes", App.SUBSCRIBER),
  /** Number 23. */
  SIZEOF_MSG(23, "sizeof-msg", "sends the first four letters only", App.PUBLISHER),
  /** Number 24, first message. */
  ON_FIRST(24, "on-first", "starts with LIGHT ON", App.PUBLISHER),
  /** Number 24, toggling. */
  NO_TOGGLE(24, "no-toggle", "sends the same message each time", App.PUBLISHER),
  /** Number 25, QoS. */
  QOS_0(25, "qos-0", "publishes at QoS 0", App.PUBLISHER),
  /** Number 25, retain. */
  RETAINED_PUBLISH(25, "retained-publish", "publishes retained messages", App.PUBLISHER),
  /** Number 26. */
  STALE_COMPARE(26, "stale-compare", "compares what earlier messages left behind", App.SUBSCRIBER);

  private final int number;
  private final String code;
  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of an enum
  private final Set<App> apps;

  Mistake(int number, String code, String text, App... apps) {
    this.number = number;
    this.code = code;
    this.text = text;
    this.apps = Collections.unmodifiableSet(EnumSet.copyOf(List.of(apps)));
  }

  /** The number of its row in kits.md section 5; variants of one mistake share it. */
  public int number() {
    return number;
  }

  /** How bench files and the command line call it: {@code wrong-topic}. */
  public String code() {
    return code;
  }

  /** What the firmware does, to be read after "the kit". */
  public String text() {
    return text;
  }

  /** Whether it can be made in an app. */
  public boolean fits(App app) {
    return apps.contains(app.role());
  }

  /** The mistakes that can be made in an app, by number. */
  public static List<Mistake> of(App app) {
    return Stream.of(values()).filter(m -> m.fits(app)).toList();
  }

  /**
   * The mistake of this code.
   *
   * @throws IllegalArgumentException if there is none; the text lists the codes
   */
  public static Mistake of(String code) {
    return Stream.of(values())
        .filter(m -> m.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No mistake \"%s\". Mistakes: %s."
                        .formatted(
                            code,
                            Stream.of(values())
                                .map(Mistake::code)
                                .collect(Collectors.joining(", ")))));
  }
}
