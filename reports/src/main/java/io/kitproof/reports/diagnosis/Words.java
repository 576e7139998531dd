package io.kitproof.reports.diagnosis;

/** The texts of the firmware that the rules look for (kits.md 1.0 to 1.4). */
final class Words {
  static final String FAILED_TO_JOIN = "Failed to join : ";
  static final String JOINED = "Successfully joined : ";
  static final String NO_LEASE = "Unable to obtain IP address via DHCP";
  static final String UNRESOLVED = "Error in resolving DNS";
  static final String LIGHT_ON = "light on";
  static final String LIGHT_OFF = "light off";

  private Words() {}

  /** Whether a line holds what stands on two where each has its newline. */
  static boolean isTwoInOne(String line) {
    return line.contains("Success[MQTT] Publishing")
        || line.contains(LIGHT_ON + LIGHT_OFF)
        || line.contains(LIGHT_ON + LIGHT_ON);
  }

  /** Whether a line says how the opening of a connection went. */
  static boolean opened(String line) {
    return line.contains("Opening connection...Success")
        || line.contains("Opening connection...Failed")
        || line.contains("Opening connection... Success")
        || line.contains("Opening connection... Failed")
        || line.contains("[AWS/MQTT] Event received 1")
        || line.contains("Connect Failed")
        || line.contains("Successfully connected MQTT Broker");
  }
}
