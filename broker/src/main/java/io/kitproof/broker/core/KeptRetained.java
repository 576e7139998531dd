package io.kitproof.broker.core;

import io.kitproof.broker.store.Table;
import io.moquette.broker.IRetainedRepository;
import io.moquette.broker.RetainedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Retained messages by topic. */
public final class KeptRetained implements IRetainedRepository {

  private final Table table;

  KeptRetained(Table table) {
    this.table = table;
  }

  @Override
  public void cleanRetained(Topic topic) {
    table.remove(topic.toString());
  }

  @Override
  public void retain(Topic topic, MqttPublishMessage message) {
    retain(topic, message, Instant.MAX);
  }

  @Override
  public void retain(Topic topic, MqttPublishMessage message, Instant expiry) {
    table.put(
        topic.toString(),
        Bytes.of(
            out -> {
              out.writeByte(message.fixedHeader().qosLevel().value());
              Bytes.instant(out, expiry);
              Bytes.properties(out, Bytes.all(message.variableHeader().properties()));
              Bytes.data(out, ByteBufUtil.getBytes(message.payload()));
            }));
  }

  private static RetainedMessage message(String topic, byte[] bytes) {
    return Bytes.read(
        bytes,
        in -> {
          MqttQoS qos = MqttQoS.valueOf(in.readByte());
          Instant expiry = Bytes.instant(in);
          MqttProperty<?>[] properties = Bytes.properties(in);
          byte[] payload = Bytes.data(in);
          return expiry.equals(Instant.MAX)
              ? new RetainedMessage(new Topic(topic), qos, payload, properties)
              : new RetainedMessage(new Topic(topic), qos, payload, properties, expiry);
        });
  }

  @Override
  public boolean isEmpty() {
    return table.size() == 0;
  }

  /** Of exactly this topic: AWS IoT has no retained messages for wildcards (facts 2.1). */
  @Override
  public Collection<RetainedMessage> retainedOnTopic(String topic) {
    byte[] bytes = table.get(topic);
    return bytes == null ? List.of() : List.of(message(topic, bytes));
  }

  /** Those on topics after this one, in ascending order; all for an empty text. */
  public Stream<RetainedMessage> after(String topic) {
    return StreamSupport.stream(table.after(topic).spliterator(), false)
        .map(entry -> message(entry.getKey(), entry.getValue()));
  }

  @Override
  public Collection<RetainedMessage> listExpirable() {
    return after("").filter(message -> message.getExpiryTime() != null).toList();
  }
}
