package io.kitproof.broker.ca;

/** What can be wrong with the certificate a server shows. */
public enum ServerFlaw {
  /** It is another host's: neither common name nor alternative names fit. */
  WRONG_NAME,

  /** It ended a day ago. */
  EXPIRED,

  /** An authority signed it that nobody trusts. */
  UNKNOWN_AUTHORITY,

  /**
   * It is right, but more than 20 % larger, which is what Device Advisor asks of a device to cope
   * with (facts of AWS IoT 6).
   */
  OVERSIZED
}
