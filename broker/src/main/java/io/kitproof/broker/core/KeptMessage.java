package io.kitproof.broker.core;

import io.moquette.broker.SessionRegistry.PublishedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;

/** A message that came out of the store, where it stays until its client has acknowledged it. */
final class KeptMessage extends PublishedMessage {

  private final long number;

  private KeptMessage(
      long number,
      Topic topic,
      MqttQoS qos,
      byte[] payload,
      Instant expiry,
      MqttProperty<?>[] properties) {
    super(topic, qos, Unpooled.wrappedBuffer(payload), false, expiry, properties);
    this.number = number;
  }

  /** Which one of its queue it is. */
  long number() {
    return number;
  }

  static byte[] bytes(PublishedMessage message) {
    return Bytes.of(
        out -> {
          out.writeUTF(message.getTopic().toString());
          out.writeByte(message.getPublishingQos().value());
          Bytes.instant(out, message.getMessageExpiry());
          Bytes.properties(out, message.getMqttProperties());
          Bytes.data(out, ByteBufUtil.getBytes(message.getPayload()));
        });
  }

  static KeptMessage of(long number, byte[] bytes) {
    return Bytes.read(bytes, in -> read(number, in));
  }

  private static KeptMessage read(long number, DataInputStream in) throws IOException {
    Topic topic = new Topic(in.readUTF());
    MqttQoS qos = MqttQoS.valueOf(in.readByte());
    Instant expiry = Bytes.instant(in);
    MqttProperty<?>[] properties = Bytes.properties(in);
    return new KeptMessage(number, topic, qos, Bytes.data(in), expiry, properties);
  }
}
