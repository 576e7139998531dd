package io.kitproof.boards.kit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What students get wrong, by the numbers of the course's list (kits.md section 5): the one
 * catalogue of bench files, command line and diagnosis. A firmware mistake is made by the image
 * itself; for the others somebody has to mistreat the account or the kit.
 */
public enum Mistake {
  WRONG_BUTTON(1, Place.FIRMWARE, "listens to the base board's button", App.PUBLISHER),
  WRONG_LED(2, Place.FIRMWARE, "switches the base board's LED", App.SUBSCRIBER),
  HANDOUT_MACROS(
      3,
      Place.FIRMWARE,
      "clears and blinks on the shield, but has its state's button and LED on the base board",
      App.SHADOW),
  INVERTED_LED(4, Place.FIRMWARE, "lights the LED for off and puts it out for on", App.SUBSCRIBER),
  NO_RELEASE(
      5,
      Place.FIRMWARE,
      "publishes when the button goes down, not when it comes up",
      App.PUBLISHER),
  BOTH_EDGES(5, Place.FIRMWARE, "publishes when the button goes down and again up", App.PUBLISHER),
  WRONG_TOPIC(6, Place.FIRMWARE, "still uses the SDK's topic", App.PUBLISHER, App.SUBSCRIBER),
  TOPICS_DIFFER(
      7, Place.FIRMWARE, "has a topic of its own, not the pair's", App.PUBLISHER, App.SUBSCRIBER),
  WRONG_PAYLOAD(
      8, Place.FIRMWARE, "says Light On instead of LIGHT ON", App.PUBLISHER, App.SUBSCRIBER),
  SWAPPED_PAYLOAD(
      8, Place.FIRMWARE, "has the texts for on and off swapped", App.PUBLISHER, App.SUBSCRIBER),
  BROKER_TYPO(
      9, Place.FIRMWARE, "has a broker name that does not resolve", App.PUBLISHER, App.SUBSCRIBER),
  WRONG_BROKER(
      10, Place.FIRMWARE, "connects to another account's broker", App.PUBLISHER, App.SUBSCRIBER),
  WRONG_PEER_CN(
      11, Place.FIRMWARE, "expects the broker of another region", App.PUBLISHER, App.SUBSCRIBER),
  DUMMY_CERTIFICATE(12, Place.FIRMWARE, "has the SDK's client.cer", App.PUBLISHER, App.SUBSCRIBER),
  DUMMY_KEY(12, Place.FIRMWARE, "has the SDK's privkey.cer", App.PUBLISHER, App.SUBSCRIBER),
  STALE_KEYS(
      13,
      Place.DESK,
      "has certificate and key of an earlier provisioning, which are still valid",
      App.PUBLISHER,
      App.SUBSCRIBER),
  SWAPPED_CREDENTIALS(14, Place.DESK, "has certificate and key swapped", App.values()),
  MISMATCHED_KEY(14, Place.DESK, "has the key of another certificate", App.values()),
  PUBLIC_KEY_AS_KEY(14, Place.DESK, "has the public key for its private key", App.values()),
  INACTIVE_CERTIFICATE(15, Place.CLOUD, "has a certificate that is not active", App.values()),
  POLICY_NOT_ATTACHED(15, Place.CLOUD, "has a certificate without a policy", App.values()),
  POLICY_LACKS_CONNECT(15, Place.CLOUD, "has a policy without iot:Connect", App.values()),
  POLICY_LACKS_PUBLISH(16, Place.CLOUD, "has a policy without iot:Publish", App.PUBLISHER),
  POLICY_LACKS_SUBSCRIBE(16, Place.CLOUD, "has a policy without iot:Subscribe", App.SUBSCRIBER),
  STUCK_IN_PROGRESS(17, Place.FIRMWARE, "is deaf after one publish", App.PUBLISHER),
  DUPLICATE_CLIENT_ID(
      18, Place.FIRMWARE, "uses the other app's client id", App.PUBLISHER, App.SUBSCRIBER),
  WRONG_PASSPHRASE(
      19, Place.FIRMWARE, "has a wrong Wi-Fi passphrase", App.PUBLISHER, App.SUBSCRIBER),
  OLD_IMAGE(20, Place.DESK, "still runs another app, for the build made no image", App.values()),
  PUBLISHER_CERTIFICATE(21, Place.DESK, "has the publisher's certificate and key", App.SUBSCRIBER),
  NO_SUBSCRIBE(22, Place.FIRMWARE, "never subscribes", App.SUBSCRIBER),
  SIZEOF_MSG(23, Place.FIRMWARE, "sends the first four letters only", App.PUBLISHER),
  ON_FIRST(24, Place.FIRMWARE, "starts with LIGHT ON", App.PUBLISHER),
  NO_TOGGLE(24, Place.FIRMWARE, "sends the same message each time", App.PUBLISHER),
  ADVANCE_ON_FAILURE(
      24, Place.FIRMWARE, "goes on to the next message when one failed", App.PUBLISHER),
  QOS_0(25, Place.FIRMWARE, "publishes at QoS 0", App.PUBLISHER),
  RETAINED_PUBLISH(25, Place.FIRMWARE, "publishes retained messages", App.PUBLISHER),
  KEEP_ALIVE_0(25, Place.FIRMWARE, "connects without a keep-alive", App.PUBLISHER, App.SUBSCRIBER),
  PERSISTENT_SESSION(
      25, Place.FIRMWARE, "does not ask for a clean session", App.PUBLISHER, App.SUBSCRIBER),
  STALE_COMPARE(26, Place.FIRMWARE, "compares what earlier messages left behind", App.SUBSCRIBER),
  BLOCKING_CALLBACK(
      27,
      Place.FIRMWARE,
      "waits for ever in its interrupt handler or its message callback",
      App.PUBLISHER,
      App.SUBSCRIBER),
  NO_NEWLINE(28, Place.FIRMWARE, "prints without a newline", App.PUBLISHER, App.SUBSCRIBER),
  WRONG_THING(29, Place.DESK, "was not told its thing", App.SHADOW),
  WRONG_THING_CASE(29, Place.DESK, "was told its thing in other letters", App.SHADOW),
  DESIRED_ONLY(30, Place.FIRMWARE, "publishes what it desires only", App.SHADOW),
  REPORTED_ONLY(30, Place.FIRMWARE, "publishes what it reports only", App.SHADOW),
  STUCK_STATE(31, Place.FIRMWARE, "never updates the state of its LED", App.SHADOW),
  DEFAULT_SSID(32, Place.FIRMWARE, "has a page of the SDK's name, like all others", App.SHADOW),
  ONE_FILE_ONLY(33, Place.DESK, "was given its certificate only", App.SHADOW),
  RE_DOWNLOADED(34, Place.DESK, "was programmed again after it was configured", App.SHADOW),
  IMPATIENT_BUTTON(
      35,
      Place.DESK,
      "is pressed before it is ready, and twice in a row",
      App.PUBLISHER,
      App.SHADOW);

  /** Where it is made, and so who makes it of a virtual kit. */
  public enum Place {
    /** In the source or its resources: the image does it wherever it runs. */
    FIRMWARE("in the firmware"),
    /** In the account: of certificate and policies. */
    CLOUD("in the cloud"),
    /** By hand: with the files, the page, the programmer, the button. */
    DESK("at the desk");

    private final String said;

    Place(String said) {
      this.said = said;
    }

    /** To be read after "is made". */
    public String said() {
      return said;
    }
  }

  private final int number;
  private final Place place;
  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of an enum
  private final Set<App> apps;

  Mistake(int number, Place place, String text, App... apps) {
    this.number = number;
    this.place = place;
    this.text = text;
    this.apps = Collections.unmodifiableSet(EnumSet.copyOf(List.of(apps)));
  }

  /** The number of its row in kits.md section 5; variants of one mistake share it. */
  public int number() {
    return number;
  }

  /** Where it is made. */
  public Place place() {
    return place;
  }

  /** How bench files and the command line call it: {@code wrong-topic}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is wrong, to be read after "the kit". */
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
        .filter(m -> m.code().equals(code))
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
