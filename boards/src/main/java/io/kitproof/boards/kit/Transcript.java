package io.kitproof.boards.kit;

/**
 * Every text a kit prints, as it stands in the firmware's source: {@code \n} leaves the UART as CR
 * LF, {@code \r\n} as CR CR LF (kits.md 1.0 to 1.4). Parameters are for {@link String#formatted}.
 */
final class Transcript {
  // Start of the system, kits.md 1.0 and section 6.

  /** The versions of WICED, ThreadX and NetX Duo. */
  static final String BANNER =
      """

      Starting WICED %s
      Platform WW101_2_CYW943907AEVAL1F initialised
      Started ThreadX %s
      Initialising NetX_Duo %s
      Creating Packet pools
      """;

  /** The MAC address in capitals with colons. */
  static final String WLAN =
      "WWD SoC.43909 interface initialised\n"
          + "WLAN MAC Address : %s\r\n"
          + "WLAN Firmware    : wl0: Nov  7 2016 02:05:02 version 7.15.168.76 (r661247)"
          + " FWID 01-4df7aacd\r\n";

  /** WICED 6 only; the shape is known, the numbers are a related chip's. */
  static final String WLAN_CLM =
      "WLAN CLM         : API: 12.2 Data: 9.10.39 Compiler: 1.29.4 ClmImport: 1.36.3"
          + " Creation: 2018-02-12 04:00:50\r\n";

  // The network, kits.md 1.0.
  static final String JOINING = "Joining : %s\n";
  static final String JOINED = "Successfully joined : %s\n";
  static final String NOT_JOINED = "Failed to join : %s\n";
  static final String DHCP =
      """
      Obtaining IPv4 address via DHCP
      DHCP CLIENT hostname WICED IP
      """;
  static final String NO_DHCP = "Unable to obtain IP address via DHCP. Perform AUTO_IP\n";
  static final String IPV4 = "IPv4 network ready IP: %s\n";

  /** The address as eight groups of four capital digits. */
  static final String IPV6 =
      """
      Setting IPv6 link-local address
      IPv6 network ready IP: %s
      """;

  // Both apps, kits.md 1.1 and 1.2.
  static final String DUMMY_CERTIFICATE =
      "\nNot a valid Certificate! Please replace the dummy certificate file"
          + " 'resources/app/aws_iot/client.cer' with the one got from AWS\n\n";
  static final String DUMMY_KEY =
      "\nNot a valid Private Key! Please replace the dummy private key file"
          + " 'resources/app/aws_iot/privkey.cer' with the one got from AWS\n\n";
  static final String NO_DNS = "Error in resolving DNS\n";
  static final String OPENING = "[MQTT] Opening connection...";

  // The publisher, kits.md 1.1.
  static final String NOT_ON_THE_NETWORK = "\nNot able to join the requested AP\n\n";
  static final String RESOLVING = "Resolving IP address of MQTT broker...\n";
  static final String RESOLVED = "Resolved Broker IP: %s\n\n";
  static final String OPENED = "Success\n";
  static final String NOT_OPENED = "Failed\n";
  static final String DEINIT = "[MQTT] Deinit connection...\n";
  static final String PUBLISHING = "[MQTT] Publishing...";
  static final String PUBLISHED = " Success\n";
  static final String NOT_PUBLISHED = " Failed\n";
  static final String CLOSING = "[MQTT] Closing connection...";

  // The subscriber, kits.md 1.2: other dots, other blanks.
  static final String SUBSCRIBER_RESOLVING = "Resolving IP address of MQTT broker\n";
  static final String SUBSCRIBER_RESOLVED = "Resolved Broker IP: %s ...\n\n";
  static final String SUBSCRIBER_OPENED = " Success\n";
  static final String SUBSCRIBER_FAILED = " Failed\n";
  static final String SUBSCRIBING = "[MQTT] Subscribing...";
  static final String SUBSCRIBED = "Success...\n";
  static final String LIGHT_ON = "light on\n";
  static final String LIGHT_OFF = "light off\n";

  // The shadow's start, kits.md 1.3.
  static final String WAIT =
      " Please wait, connecting to network...\n"
          + "(To return to SSID console screen, hold USER switch for 5 seconds during RESET to clear"
          + " DCT configuration)\n";
  static final String CLEARING = "DCT clearing start\n";
  static final String CLEARED = "DCT clearing end\n";
  static final String RESTARTING = "Restarting the device...\n";

  /** Name, password and address of the access point that an unconfigured kit opens. */
  static final String CONFIG_BOX =
      """
      *******************************************************
      Config SSID : %s
      Password    : %s
      IP Address  : %s
      *******************************************************
      """;

  // The shadow's conversation, kits.md 1.3.
  static final String BROKER = "[MQTT] Connecting to broker %s ...\n\n";

  /** The thing, the topic of its state, the topic of its deltas. */
  static final String THING =
      """
      Thing Name: %s
      Shadow State Topic: %s
      Shadow Delta Topic: %s
      """;

  static final String CONNECTING =
      """
      Reading the certificate and private key from DCT...
      [MQTT] Connecting to MQTT Broker...
      """;
  static final String CONNECTED = "[MQTT] Successfully connected MQTT Broker\n";
  static final String STATE_PUBLISHED = "Publish SUCCEEDED for topic [%s]\n";
  static final String DELTA_SUBSCRIBED = "Subscribe SUCCEEDED for topic [%s]\n";
  static final String BUTTON = "Button is pressed\n";

  /** Payload and topic. */
  static final String RECEIVED = "Received %s  for TOPIC : %s\n\n";

  /** What was asked for last, and what is. */
  static final String REQUESTED = "Requested LED State[%s] Current LED State [%s]\n";

  // The AWS library and its two apps, kits.md 1.4.

  /** The endpoint and its address. */
  static final String ENDPOINT = "[AWS] AWS endpoint: %s is at %s\n";

  static final String ENDPOINT_UNKNOWN = "[AWS] DNS Error...resolving %s\n";
  static final String EVENT = "[AWS/MQTT] Event received %d\n";
  static final String AWS_NOT_ON_THE_NETWORK =
      "[Application/AWS] Not able to join the requested AP\n\n";

  /** What is wrong, what of it, and the file below resources/app/aws/iot. */
  static final String AWS_DUMMY =
      "\n[Application/AWS] Invalid %s! Replace the dummy %s with AWS one"
          + "[<YOUR_WICED_SDK>/resources/app/aws/iot/%s\n\n";

  static final String AWS_NO_CREDENTIALS =
      "[Application/AWS] Error fetching credentials from resources\n";
  static final String AWS_OPENING = "[Application/AWS] Opening connection...\n";
  static final String AWS_NOT_OPENED = "[Application/AWS] Connect Failed\r\n";
  static final String AWS_PUBLISHING = "[Application/AWS] Publishing...";
  static final String AWS_PUBLISHED = " Success\r\n";
  static final String AWS_NOT_PUBLISHED = " Failed\r\n";
  static final String AWS_SUBSCRIBING = "[Application/AWS] Subscribing[ Topic %s ] ...";
  static final String AWS_SUBSCRIBED = "Success...\n";
  static final String AWS_NOT_SUBSCRIBED = " Failed\n";
  static final String AWS_PAYLOAD = "[Application/AWS] Payload Received[ Topic: %s ]:\n";
  static final String AWS_CLOSING = "[Application/AWS] Closing connection...\r\n";
  static final String AWS_DEINIT = "[Application/AWS] Deinitializing AWS library...\r\n";

  private Transcript() {}
}
