package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Mqtt;
import io.kitproof.boards.kit.FirmwareImage.Resources;
import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.mqtt.Hello;
import java.util.Locale;
import java.util.Set;

/** An image with its mistakes made: what the processor really runs. */
record Build(FirmwareImage image, Mqtt mqtt, Resources resources, Wifi wifi, Quirks quirks) {
  private static final String OTHER_REGION_CN = "*.iot.eu-west-1.amazonaws.com";

  static Build of(FirmwareImage image) {
    return new Build(
        image,
        mqtt(image),
        resources(image),
        wifi(image),
        Quirks.of(image.mistakes(), image.profile()));
  }

  /** With a certificate and a key that are not linked in. */
  Build with(byte[] certificate, byte[] key) {
    Resources own = new Resources(certificate, key, resources.rootcaCer());
    return new Build(image, mqtt, own, wifi, quirks);
  }

  /** How it introduces itself to its broker. */
  Hello hello() {
    return new Hello(mqtt.clientId(), quirks.keepAlive(), quirks.cleanSession());
  }

  /** What its access point is called, which should be this. */
  String configSsid() {
    return image.mistakes().contains(Mistake.DEFAULT_SSID)
        ? Stock.configSsid(image.profile())
        : image.configSsid();
  }

  private static Mqtt mqtt(FirmwareImage image) {
    Set<Mistake> made = image.mistakes();
    Mqtt right = image.mqtt();
    String broker = broker(made, right.broker());
    return new Mqtt(
        broker,
        right.port(),
        topic(image),
        made.contains(Mistake.DUPLICATE_CLIENT_ID) ? otherClientId(image) : right.clientId(),
        made.contains(Mistake.WRONG_PEER_CN) ? OTHER_REGION_CN : peerCn(right, broker));
  }

  private static String broker(Set<Mistake> made, String right) {
    if (made.contains(Mistake.WRONG_BROKER)) {
      return Mqtt.SOMEBODY_ELSES_BROKER;
    }
    return made.contains(Mistake.BROKER_TYPO) ? "https://" + right : right;
  }

  private static String peerCn(Mqtt right, String broker) {
    return right.peerCn().isEmpty() ? broker : right.peerCn();
  }

  private static String topic(FirmwareImage image) {
    if (image.mistakes().contains(Mistake.WRONG_TOPIC)) {
      return sourcesTopic(image);
    }
    String right = image.mqtt().topic();
    return image.mistakes().contains(Mistake.TOPICS_DIFFER) ? ownTopic(right) : right;
  }

  /** As good a topic as the pair's: the same initials, another name. */
  private static String ownTopic(String right) {
    String own = right.substring(0, right.lastIndexOf('/') + 1) + "light";
    return own.equals(right) ? own + "2" : own;
  }

  /** The source's topic; where that is the right one, the same in small letters. */
  private static String sourcesTopic(FirmwareImage image) {
    String stock = Stock.of(image.app(), image.profile()).topic();
    return image.mqtt().topic().equals(stock) ? stock.toLowerCase(Locale.ROOT) : stock;
  }

  private static String otherClientId(FirmwareImage image) {
    App other = image.app().role() == App.PUBLISHER ? App.SUBSCRIBER : App.PUBLISHER;
    return Stock.of(other, image.profile()).clientId();
  }

  private static Resources resources(FirmwareImage image) {
    Set<Mistake> made = image.mistakes();
    Resources right = image.resources();
    return new Resources(
        made.contains(Mistake.DUMMY_CERTIFICATE) ? Resources.DUMMY : right.clientCer(),
        made.contains(Mistake.DUMMY_KEY) ? Resources.DUMMY : right.privkeyCer(),
        right.rootcaCer());
  }

  private static Wifi wifi(FirmwareImage image) {
    Wifi right = image.wifi();
    return image.mistakes().contains(Mistake.WRONG_PASSPHRASE)
        ? new Wifi(right.ssid(), "YOUR_AP_PASSPHRASE")
        : right;
  }
}
