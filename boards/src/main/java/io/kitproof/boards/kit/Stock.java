package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Mqtt;

/**
 * What an app's source says before its author changes it (kits.md 1.1 to 1.4).
 *
 * @param topic nothing for apps whose topics follow from their things
 */
record Stock(String topic, String clientId) {
  private static final String BROKER = "data.iot.us-east-1.amazonaws.com";

  /** The shadow of 2019 has an -ats host; kits.md is silent about which. */
  private static final String ATS_BROKER = "data-ats.iot.us-east-1.amazonaws.com";

  private static final String PEER_CN = "*.iot.us-east-1.amazonaws.com";

  static Stock of(App app, Profile profile) {
    return switch (profile) {
      case WICED41 -> new Stock(app.hasTopic() ? "WICED_BULB" : "", wiced41(app));
      case CLASS2017 -> new Stock(app.hasTopic() ? "GJL_TestTopic" : "", wiced41(app) + "_GJL");
      case CLASS2019 -> new Stock(app.hasTopic() ? "KEY_TestTopic" : "", class2019(app));
    };
  }

  /** The client id in the SDK's source; the letter that is missing is missing there. */
  private static String wiced41(App app) {
    return switch (app.role()) {
      case PUBLISHER -> "wiced_publisher_aws";
      case SUBSCRIBER -> "wiced_subcriber_aws";
      case SHADOW -> "wiced_shadow_aws";
      default -> ""; // there are no others
    };
  }

  /**
   * The name of the thing is the client id. The shadow has none yet when it hands it over, by
   * mistake; the kits send an empty one then. For the apps on the plain MQTT library kits.md names
   * none, so that they have those of their class.
   */
  private static String class2019(App app) {
    return switch (app.role()) {
      case PUBLISHER -> "KEY_TestThing";
      case SUBSCRIBER -> "KEY_TestThing_Sub";
      case WEATHER_STATION -> "ww101_00";
      default -> "";
    };
  }

  /** The definitions of this app; the AWS library expects its broker to be called as it is. */
  static Mqtt mqtt(App app, Profile profile) {
    Stock stock = of(app, profile);
    boolean later = profile == Profile.CLASS2019;
    boolean plainMqtt = app == App.PUBLISHER_MQTT || app == App.SUBSCRIBER_MQTT;
    return new Mqtt(
        later && app == App.SHADOW ? ATS_BROKER : BROKER,
        app == App.AWS_GET ? Lan.HTTPS_PORT : Lan.MQTT_PORT,
        stock.topic,
        stock.clientId,
        later && !plainMqtt ? "" : PEER_CN);
  }

  /** CONFIG_AP_SSID of the shadow, in wifi_config_dct.h. */
  static String configSsid(Profile profile) {
    return switch (profile) {
      case WICED41 -> "WICED_AWS";
      case CLASS2017 -> "GJL_WICED_AWS";
      case CLASS2019 -> "KEY_WICED_AWS";
    };
  }
}
