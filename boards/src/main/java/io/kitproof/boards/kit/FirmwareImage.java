package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kitproof.boards.kit.Mistake.Place;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is programmed into a kit: an app, what its author wrote into the source, the credential
 * files linked in, and the mistakes made on the way.
 *
 * @param configSsid CONFIG_AP_SSID in wifi_config_dct.h: what a shadow calls its own access point
 * @param overflow what a message that is too long does to the subscriber
 * @param lineBuffered true when the console shows whole lines only, as newlib does it
 */
public record FirmwareImage(
    App app,
    Profile profile,
    Mqtt mqtt,
    Resources resources,
    Wifi wifi,
    String configSsid,
    Set<Mistake> mistakes,
    Overflow overflow,
    boolean lineBuffered) {

  /**
   * The definitions in the app's source.
   *
   * @param broker a DNS name or a dotted address
   * @param topic nothing for apps whose topics follow from their things, such as the shadow's from
   *     its {@link Dct}
   * @param peerCn the common name expected in the broker's certificate; nothing for the broker's
   *     own name, as the AWS library has it
   */
  public record Mqtt(String broker, int port, String topic, String clientId, String peerCn) {
    /** The endpoint of an account in another region: a good name, for somebody else's kits. */
    public static final String SOMEBODY_ELSES_BROKER = "a3k7q2s9d1x0zt.iot.eu-west-1.amazonaws.com";
  }

  /**
   * The credential files in resources/apps/aws_iot; never printed. Of the shadow's, only the root
   * certificate is in use: the others are in its {@link Dct}.
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares images
  public record Resources(byte[] clientCer, byte[] privkeyCer, byte[] rootcaCer) {
    /** As long as the placeholders of the SDK: 39 bytes, too short for a certificate or a key. */
    static final byte[] DUMMY = "replace this file with the one from AWS".getBytes(US_ASCII);

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "Resources[client.cer %d bytes, privkey.cer %d bytes, rootca.cer %d bytes]",
          clientCer.length,
          privkeyCer.length,
          rootcaCer.length);
    }
  }

  /**
   * The access point in wifi_config_dct.h.
   *
   * @param security how WICED numbers the kinds of encryption (kits.md section 2)
   */
  public record Wifi(String ssid, int security, String passphrase) {
    /** WPA2 with AES. */
    public static final int WPA2_AES = 4_194_308;

    /** What the course's images and {@link Lan#course()} agree on. */
    public static final Wifi COURSE = new Wifi("WW101WPA", "kitproof-bench");

    /** An access point with WPA2-AES. */
    public Wifi(String ssid, String passphrase) {
      this(ssid, WPA2_AES, passphrase);
    }

    @Override
    public String toString() {
      return "Wifi[" + ssid + "]";
    }
  }

  /**
   * An image keeps its own list of mistakes; each must be one of firmware and possible in its app.
   *
   * @throws IllegalArgumentException if one is not, if there is no such app of this profile, or if
   *     a weather station is to be none of the things there are; the text lists what there is
   */
  public FirmwareImage {
    if (!profile.apps().contains(app)) {
      throw new IllegalArgumentException(
          "There is no %s of %s for virtual kits. There are: %s."
              .formatted(app.word(), profile.word(), Profile.offer()));
    }
    if (app == App.WEATHER_STATION && !Stations.isThing(mqtt.clientId)) {
      throw new IllegalArgumentException(
          "A weather station cannot be \"%s\"; it is one of ww101_00 to ww101_39."
              .formatted(mqtt.clientId));
    }
    for (Mistake mistake : mistakes) {
      if (mistake.place() != Place.FIRMWARE) {
        throw new IllegalArgumentException(
            "The mistake \"%s\" is made %s, not in an image."
                .formatted(mistake.code(), mistake.place().said()));
      }
      if (!mistake.fits(app)) {
        throw new IllegalArgumentException(
            "The %s cannot have the mistake \"%s\". Its mistakes: %s."
                .formatted(app.word(), mistake.code(), codes(app)));
      }
    }
    mistakes = Set.copyOf(mistakes);
  }

  /** The app as the course has it, of the reference profile. */
  public static FirmwareImage of(App app) {
    return of(app, Profile.WICED41);
  }

  /**
   * The app as its authors have it: broker, topic, client id and peer name of the source,
   * credential files not yet replaced.
   *
   * @throws IllegalArgumentException if there is no such app of this profile; the text lists what
   *     there is
   */
  public static FirmwareImage of(App app, Profile profile) {
    return new FirmwareImage(
        app,
        profile,
        Stock.mqtt(app, profile),
        new Resources(Resources.DUMMY, Resources.DUMMY, Resources.DUMMY),
        Wifi.COURSE,
        Stock.configSsid(profile),
        Set.of(),
        Overflow.IGNORE,
        true);
  }

  private static String codes(App app) {
    List<String> codes =
        Mistake.of(app).stream()
            .filter(m -> m.place() == Place.FIRMWARE)
            .map(Mistake::code)
            .toList();
    return codes.isEmpty() ? "none" : String.join(", ", codes);
  }

  /** With another MQTT_BROKER_ADDRESS. */
  public FirmwareImage withBroker(String broker) {
    return with(new Mqtt(broker, mqtt.port, mqtt.topic, mqtt.clientId, mqtt.peerCn));
  }

  /** With another WICED_TOPIC. */
  public FirmwareImage withTopic(String topic) {
    return with(new Mqtt(mqtt.broker, mqtt.port, topic, mqtt.clientId, mqtt.peerCn));
  }

  /** With another CLIENT_ID. */
  public FirmwareImage withClientId(String clientId) {
    return with(new Mqtt(mqtt.broker, mqtt.port, mqtt.topic, clientId, mqtt.peerCn));
  }

  /** With another common name expected of the broker. */
  public FirmwareImage withPeerCn(String peerCn) {
    return with(new Mqtt(mqtt.broker, mqtt.port, mqtt.topic, mqtt.clientId, peerCn));
  }

  /** With these definitions. */
  public FirmwareImage with(Mqtt mqtt) {
    return with(mqtt, resources, wifi, configSsid);
  }

  /** With these credential files (PEM, as AWS gives them). */
  public FirmwareImage withResources(byte[] clientCer, byte[] privkeyCer, byte[] rootcaCer) {
    return with(new Resources(clientCer, privkeyCer, rootcaCer));
  }

  /** With these credential files. */
  public FirmwareImage with(Resources resources) {
    return with(mqtt, resources, wifi, configSsid);
  }

  /** With another access point. */
  public FirmwareImage withWifi(String ssid, String passphrase) {
    return with(mqtt, resources, new Wifi(ssid, passphrase), configSsid);
  }

  /** With another name for a shadow's own access point. */
  public FirmwareImage withConfigSsid(String ssid) {
    return with(mqtt, resources, wifi, ssid);
  }

  /**
   * With these mistakes instead of those it has.
   *
   * @throws IllegalArgumentException if one is not possible in this app; the text lists those that
   *     are
   */
  public FirmwareImage withMistakes(Collection<Mistake> mistakes) {
    Set<Mistake> some = EnumSet.noneOf(Mistake.class);
    some.addAll(mistakes);
    return with(some, overflow, lineBuffered);
  }

  /** With another consequence of messages that are too long. */
  public FirmwareImage withOverflow(Overflow overflow) {
    return with(mistakes, overflow, lineBuffered);
  }

  /** With a console that shows every character at once, or whole lines only. */
  public FirmwareImage withLineBuffered(boolean lineBuffered) {
    return with(mistakes, overflow, lineBuffered);
  }

  private FirmwareImage with(Mqtt mqtt, Resources resources, Wifi wifi, String configSsid) {
    return new FirmwareImage(
        app, profile, mqtt, resources, wifi, configSsid, mistakes, overflow, lineBuffered);
  }

  private FirmwareImage with(Set<Mistake> mistakes, Overflow overflow, boolean lineBuffered) {
    return new FirmwareImage(
        app, profile, mqtt, resources, wifi, configSsid, mistakes, overflow, lineBuffered);
  }
}
