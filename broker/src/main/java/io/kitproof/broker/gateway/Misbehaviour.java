package io.kitproof.broker.gateway;

import java.time.Duration;

/** What a cloud can be told to do wrong, one kind for each moment at which it can. */
public sealed interface Misbehaviour {

  /** At the CONNECT of a client id. */
  sealed interface AtConnect extends Misbehaviour {}

  /** At a PUBLISH to a topic. */
  sealed interface AtPublish extends Misbehaviour {}

  /** At a SUBSCRIBE with a filter. */
  sealed interface AtSubscribe extends Misbehaviour {}

  /** At a PINGREQ. */
  sealed interface AtPing extends Misbehaviour {}

  /** At the delivery of a message. */
  sealed interface AtDelivery extends Misbehaviour {}

  /** The CONNECT stays unanswered, however often it is sent; PINGREQ is still answered. */
  static AtConnect withholdConnack() {
    return new WithholdConnack();
  }

  /**
   * A CONNACK with this return code (1 to 5 in MQTT 3.1.1; 5 is "not authorized"), then the
   * connection is closed, as the standard wants it.
   */
  static AtConnect refuseConnect(int code) {
    return new RefuseConnect(code, false);
  }

  /**
   * A CONNACK with this return code on a connection that stays open and works, which only a kit
   * that ignores the code notices nothing of.
   */
  static AtConnect refuseConnectButStay(int code) {
    return new RefuseConnect(code, true);
  }

  /** The connection is closed at CONNECT without a CONNACK, as AWS IoT does when it denies one. */
  static AtConnect closeAtConnect() {
    return new CloseAtConnect();
  }

  /** The CONNACK comes this much later; meanwhile only pings are answered. */
  static AtConnect delayConnack(Duration delay) {
    return new DelayConnack(delay);
  }

  /** The connection is closed as soon as its CONNACK is sent. */
  static AtConnect closeAfterConnack() {
    return new CloseAfterConnack();
  }

  /** The client's session has expired: whatever was kept of it is gone. */
  static AtConnect expireSession() {
    return new ExpireSession();
  }

  /** The message is delivered, its PUBACK never sent. */
  static AtPublish withholdPuback() {
    return new WithholdPuback();
  }

  /** The message is delivered, its PUBACK sent this much later. */
  static AtPublish delayPuback(Duration delay) {
    return new DelayPuback(delay);
  }

  /** The connection is closed at the PUBLISH, as AWS IoT does when it denies one. */
  static AtPublish closeAtPublish() {
    return new CloseAtPublish();
  }

  /** SUBACK with 0x80 for every filter of the packet; nothing is subscribed. */
  static AtSubscribe refuseSubscription() {
    return new RefuseSubscription();
  }

  /** The connection is closed at the SUBSCRIBE, as AWS IoT does when it denies one. */
  static AtSubscribe closeAtSubscribe() {
    return new CloseAtSubscribe();
  }

  /** The filters of the packet are subscribed to, its SUBACK never sent. */
  static AtSubscribe withholdSuback() {
    return new WithholdSuback();
  }

  /** PINGREQ stays unanswered; everything else goes on. */
  static AtPing withholdPingresp() {
    return new WithholdPingresp();
  }

  /** Each message is delivered again this much later, as DUP where its QoS knows that. */
  static AtDelivery repeatDeliveries(Duration later) {
    return new RepeatDeliveries(later);
  }

  /** Each message is delivered this much later. */
  static AtDelivery delayDeliveries(Duration delay) {
    return new DelayDeliveries(delay);
  }

  /** See {@link #withholdConnack()}. */
  record WithholdConnack() implements AtConnect {}

  /** See {@link #refuseConnect(int)} and {@link #refuseConnectButStay(int)}. */
  record RefuseConnect(int code, boolean stay) implements AtConnect {

    /**
     * @throws IllegalArgumentException if no standard has such a code
     */
    public RefuseConnect {
      boolean mqtt5 = code >= 0x80 && code <= 0x9F;
      if (!mqtt5 && (code < 1 || code > 5)) {
        throw new IllegalArgumentException(
            code + " is no return code of a CONNACK. MQTT 3.1.1 has 1 to 5.");
      }
    }
  }

  /** See {@link #closeAtConnect()}. */
  record CloseAtConnect() implements AtConnect {}

  /** See {@link #delayConnack(Duration)}. */
  record DelayConnack(Duration delay) implements AtConnect {}

  /** See {@link #closeAfterConnack()}. */
  record CloseAfterConnack() implements AtConnect {}

  /** See {@link #expireSession()}. */
  record ExpireSession() implements AtConnect {}

  /** See {@link #withholdPuback()}. */
  record WithholdPuback() implements AtPublish {}

  /** See {@link #delayPuback(Duration)}. */
  record DelayPuback(Duration delay) implements AtPublish {}

  /** See {@link #closeAtPublish()}. */
  record CloseAtPublish() implements AtPublish {}

  /** See {@link #refuseSubscription()}. */
  record RefuseSubscription() implements AtSubscribe {}

  /** See {@link #closeAtSubscribe()}. */
  record CloseAtSubscribe() implements AtSubscribe {}

  /** See {@link #withholdSuback()}. */
  record WithholdSuback() implements AtSubscribe {}

  /** See {@link #withholdPingresp()}. */
  record WithholdPingresp() implements AtPing {}

  /** See {@link #repeatDeliveries(Duration)}. */
  record RepeatDeliveries(Duration later) implements AtDelivery {}

  /** See {@link #delayDeliveries(Duration)}. */
  record DelayDeliveries(Duration delay) implements AtDelivery {}
}
