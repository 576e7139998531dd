package io.kitproof.boards.kit;

/**
 * What the further apps of the class of 2019 print, as {@link Transcript} has it for the others
 * (kits.md 1.4).
 */
final class AwsTranscript {
  // The shadow, 08_thing_shadow.
  static final String RESTARTING = "[Shadow] Restarting the device...\n";
  static final String READING =
      "[Shadow] Reading Device's certificate and private key from DCT...\n";

  /** The thing, the topic of its state, the topic of its deltas. */
  static final String THING =
      """
      [Shadow] Thing Name: %s
      [Shadow] Shadow State Topic: %s
      [Shadow] Shadow Delta Topic: %s
      """;

  static final String NOT_CONNECTED = "[Shadow] Failed to Connect to AWS IoT\n";
  static final String NOT_PUBLISHED = "[Shadow] Failed to Publish Shadow state message\n";
  static final String NOT_SUBSCRIBED = "[Shadow] Failed to Subscribe to Shadow delta\n";
  static final String BUTTON = "[Shadow] Button is pressed\n";

  /** Topic and payload. */
  static final String RECEIVED =
      """
      [Shadow] Received Payload [ Topic: %s ] :
      ====
      %s
      ====
      """;

  /** What is, and what was asked for last. */
  static final String REQUESTED = "[Shadow] LED State %s[current] ---> %s[requested]\n";

  // The apps on the plain MQTT library, 04_publisher_mqtt and 06_subscriber_mqtt.
  static final String CLOSING = "[MQTT] Closing connection...\n";
  static final String WAITING =
      "[MQTT] Wait for 40 seconds so that wifi network will be ready"
          + " ( delay is only for testing purpose )...\n";

  // 09_aws_get.

  /** The host. */
  static final String RESOLVING = "Resolving IP address of %s\n";

  /** The host and its address. */
  static final String RESOLVED = "%s is at %s\n";

  /** The host. */
  static final String CONNECTING = "Connecting to %s\n";

  static final String CONNECTED = "Connected\n";

  /** WICED_ERROR, as all that goes wrong here; kits.md is silent about the number. */
  static final String NO_SERVER = "Error: failed to connect to server: 4\n";

  /** Header and payload; there is only one response, which counts from 1. */
  static final String RESPONSE =
      "------------------ Received response: 1 ------------------\n"
          + "----- Response Header: -----\n %s\n"
          + "----- Response Payload: -----\n%s\n"
          + "------------------ End Response 1 ------------------\n";

  /** The host. */
  static final String DISCONNECTED = "Disconnected from %s\n";

  // The weather station, 08/01_weather_station_aws.

  /** What is wrong. */
  static final String DUMMY = "\n[Application/AWS] Invalid %s!\n\n";

  static final String WAITING_FOR_CONNECTION = "[Application/AWS] Waiting For Connection\r\n";

  /** The topic filter. */
  static final String SUBSCRIBING = "[Application/AWS] Subscribing to %s...";

  static final String SUBSCRIBED = "Subscribe Success\n";
  static final String STATION_NOT_SUBSCRIBED = "Subscribe Failed: Error Code 4\n";
  static final String PUBLISHED = "Publish Success\n";
  static final String STATION_NOT_PUBLISHED = "Publish Failed: Error Code 4\n";

  /** How often it has done so. */
  static final String RECONNECTING =
      """
      [Application/AWS] Reconnecting
      Number of re-connects: %d
      """;

  static final String PROMPT =
      """

      ******************************************
      Enter '?' for a list of available commands
      ******************************************
      """;

  static final String HELP =
      """
      Commands:
      \tt - Print temperature and publish
      \th - Print humidity and publish
      \tl - Print light value and publish
      \tA - Publish weather alert ON
      \ta - Publish weather alert OFF
      \tP - Turn printing of messages from all things ON
      \tp - Turn printing of messages from all things OFF
      \tx - Print the current known state of the data from all things
      \tc - Clear the terminal and set the cursor to the upper left corner
      \t? - Print the list of commands
      """;

  static final String TEMPERATURE = "Temperature: %s\n";
  static final String HUMIDITY = "Humidity: %s\t\n";
  static final String LIGHT = "Light: %s\t\n";
  static final String ALERT_ON = "Weather Alert ON\n";
  static final String ALERT_OFF = "Weather Alert OFF\n";
  static final String UPDATES_ON = "Thing Updates ON\n";
  static final String UPDATES_OFF = "Thing Updates OFF\n";

  /** VT100: clear the screen, cursor to the upper left corner. */
  static final String CLEAR = "\u001b[2J\u001b[H";

  /** Number, address, alert, temperature, humidity, light of a station. */
  static final String STATION =
      "Thing: ww101_%02d   IP: %15s   Alert: %d   Temperature: %4s   Humidity: %4s"
          + "   Light: %5s \n";

  private AwsTranscript() {}
}
