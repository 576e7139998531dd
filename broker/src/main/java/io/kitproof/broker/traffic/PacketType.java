package io.kitproof.broker.traffic;

/** The control packets of MQTT 3.1.1 and 5, and {@link #MALFORMED} for bytes that are none. */
public enum PacketType {
  MALFORMED,
  CONNECT,
  CONNACK,
  PUBLISH,
  PUBACK,
  PUBREC,
  PUBREL,
  PUBCOMP,
  SUBSCRIBE,
  SUBACK,
  UNSUBSCRIBE,
  UNSUBACK,
  PINGREQ,
  PINGRESP,
  DISCONNECT,
  AUTH;

  /** The type that the upper four bits of a fixed header name; {@link #MALFORMED} for 0. */
  public static PacketType of(int number) {
    return values()[number & 0x0F];
  }
}
