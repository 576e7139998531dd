package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Mqtt;
import io.kitproof.boards.kit.FirmwareImage.Resources;
import io.kitproof.boards.kit.FirmwareImage.Wifi;
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

  private static Mqtt mqtt(FirmwareImage image) {
    Set<Mistake> made = image.mistakes();
    Mqtt right = image.mqtt();
    return new Mqtt(
        made.contains(Mistake.BROKER_TYPO) ? "https://" + right.broker() : right.broker(),
        right.port(),
        made.contains(Mistake.WRONG_TOPIC) ? wrongTopic(image) : right.topic(),
        made.contains(Mistake.SAME_CLIENT_ID) ? otherClientId(image) : right.clientId(),
        made.contains(Mistake.WRONG_PEER_CN) ? OTHER_REGION_CN : peerCn(right));
  }

  private static String peerCn(Mqtt right) {
    return right.peerCn().isEmpty() ? right.broker() : right.peerCn();
  }

  /** The source's topic; where that is the right one, the same in small letters. */
  private static String wrongTopic(FirmwareImage image) {
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
    boolean swapped = made.contains(Mistake.SWAPPED_CREDENTIALS);
    byte[] certificate = swapped ? right.privkeyCer() : right.clientCer();
    byte[] key = swapped ? right.clientCer() : right.privkeyCer();
    return new Resources(
        made.contains(Mistake.DUMMY_CERTIFICATE) ? Resources.DUMMY : certificate,
        made.contains(Mistake.DUMMY_KEY) ? Resources.DUMMY : key,
        right.rootcaCer());
  }

  private static Wifi wifi(FirmwareImage image) {
    Wifi right = image.wifi();
    return image.mistakes().contains(Mistake.WRONG_PASSPHRASE)
        ? new Wifi(right.ssid(), "YOUR_AP_PASSPHRASE")
        : right;
  }
}
