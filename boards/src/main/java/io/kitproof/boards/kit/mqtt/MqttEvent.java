package io.kitproof.boards.kit.mqtt;

/** What the library tells its application, apart from messages (mqtt_common.h, values 1 to 4). */
public enum MqttEvent {
  /** A CONNACK came, whatever code it carries. */
  CONNECT_REQ_STATUS,
  /** The connection is gone: closed by the broker, given up by keepalive, or on request. */
  DISCONNECTED,
  /** A PUBACK came for a message that was waiting for one, or a QoS 0 message was sent. */
  PUBLISHED,
  /** A SUBACK came, whatever code it carries. */
  SUBSCRIBED;

  /** Its number, which the AWS library prints. */
  public int number() {
    return ordinal() + 1;
  }
}
