package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Mqtt;

/**
 * What an app's source says before its author changes it (kits.md 1.1 to 1.4).
 *
 * @param topic nothing for the shadow, whose topics follow from its thing
 */
record Stock(String topic, String clientId) {
  /** CONFIG_AP_SSID in wifi_config_dct.h. */
  static final String CONFIG_SSID = "WICED_AWS";

  private static final String BROKER = "data.iot.us-east-1.amazonaws.com";
  private static final String PEER_CN = "*.iot.us-east-1.amazonaws.com";

  static Stock of(App app, Profile profile) {
    return switch (profile) {
      case WICED41 -> new Stock(app == App.SHADOW ? "" : "WICED_BULB", wiced41(app));
      case CLASS2017 -> new Stock("GJL_TestTopic", wiced41(app) + "_GJL");
      // The name of the thing is the client id.
      case CLASS2019 ->
          new Stock("KEY_TestTopic", app == App.SUBSCRIBER ? "KEY_TestThing_Sub" : "KEY_TestThing");
    };
  }

  /** The client id in the SDK's source; the letter that is missing is missing there. */
  private static String wiced41(App app) {
    return switch (app) {
      case PUBLISHER -> "wiced_publisher_aws";
      case SUBSCRIBER -> "wiced_subcriber_aws";
      case SHADOW -> "wiced_shadow_aws";
    };
  }

  /** The definitions of this app; the AWS library expects its broker to be called as it is. */
  static Mqtt mqtt(App app, Profile profile) {
    Stock stock = of(app, profile);
    String peerCn = profile == Profile.CLASS2019 ? "" : PEER_CN;
    return new Mqtt(BROKER, Lan.MQTT_PORT, stock.topic, stock.clientId, peerCn);
  }
}
