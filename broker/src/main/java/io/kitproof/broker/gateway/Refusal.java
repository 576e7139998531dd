package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Disconnect.Cause;
import java.util.Set;

/**
 * Why a packet is not taken and its connection closed.
 *
 * @param code reason code of the DISCONNECT that an MQTT 5 client is sent first
 * @param reason one plain sentence, no full stop
 */
record Refusal(Cause cause, int code, String reason) {

  private static final int MALFORMED_PACKET = 0x81;
  private static final int PROTOCOL_ERROR = 0x82;
  private static final int NOT_AUTHORIZED = 0x87;
  private static final int FILTER_INVALID = 0x8F;
  private static final int TOPIC_INVALID = 0x90;
  private static final int TOO_LARGE = 0x95;
  private static final int QOS_NOT_SUPPORTED = 0x9B;
  private static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
  private static final int ALIAS_INVALID = 0x94;
  private static final int PAYLOAD_FORMAT_INVALID = 0x99;
  private static final int SUBSCRIPTION_IDS_NOT_SUPPORTED = 0xA1;
  private static final int CLIENT_ID_INVALID = 0x85;
  private static final int ADMINISTRATIVE = 0x98;

  /** The codes that AWS IoT puts into a CONNACK (facts 2.4). */
  private static final Set<Integer> OF_CONNACK = Set.of(0x80, 0x85, 0x86, 0x87, 0x90, 0x97, 0x9B);

  /** Whether MQTT 5 can say no to the packet and keep the connection. */
  boolean byPolicy() {
    return cause == Cause.AUTH_ERROR;
  }

  boolean fitsConnack() {
    return OF_CONNACK.contains(code);
  }

  /** A policy does not allow it. */
  static Refusal denied(String packet, Action action) {
    return new Refusal(Cause.AUTH_ERROR, NOT_AUTHORIZED, packet + ": no policy allows " + action);
  }

  static Refusal clientId(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, CLIENT_ID_INVALID, reason);
  }

  static Refusal alias(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, ALIAS_INVALID, reason);
  }

  static Refusal tooMany(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, RECEIVE_MAXIMUM_EXCEEDED, reason);
  }

  static Refusal payloadFormat(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, PAYLOAD_FORMAT_INVALID, reason);
  }

  static Refusal subscriptionIds(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, SUBSCRIPTION_IDS_NOT_SUPPORTED, reason);
  }

  static Refusal malformed(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, MALFORMED_PACKET, reason);
  }

  static Refusal protocol(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, PROTOCOL_ERROR, reason);
  }

  static Refusal unauthorized(String reason) {
    return new Refusal(Cause.AUTH_ERROR, NOT_AUTHORIZED, reason);
  }

  static Refusal forbidden(String reason) {
    return new Refusal(Cause.FORBIDDEN_ACCESS, NOT_AUTHORIZED, reason);
  }

  static Refusal filter(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, FILTER_INVALID, reason);
  }

  static Refusal topic(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, TOPIC_INVALID, reason);
  }

  static Refusal tooLarge(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, TOO_LARGE, reason);
  }

  static Refusal qos2(String reason) {
    return new Refusal(Cause.CLIENT_ERROR, QOS_NOT_SUPPORTED, reason);
  }

  static Refusal scripted(String reason) {
    return new Refusal(Cause.SERVER_INITIATED_DISCONNECT, ADMINISTRATIVE, reason);
  }
}
