package io.kitproof.broker.core;

import io.kitproof.broker.store.Table;
import io.moquette.broker.RetainedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Retained messages by topic. */
public final class KeptRetained {

  private final Table table;

  KeptRetained(Table table) {
    this.table = table;
  }

  /**
   * A message and its times.
   *
   * @param since when it was kept, to the millisecond
   */
  public record Entry(RetainedMessage message, Instant since) {}

  public void remove(String topic) {
    table.remove(topic);
  }

  /**
   * Takes the place of what was kept on the topic, in one step: a process that is killed at this
   * moment leaves one of the two behind.
   *
   * @param expiry {@link Instant#MAX} for never
   */
  public void put(MqttPublishMessage message, Instant since, Instant expiry) {
    table.put(
        message.variableHeader().topicName(),
        Bytes.of(
            out -> {
              Bytes.instant(out, since);
              out.writeByte(message.fixedHeader().qosLevel().value());
              Bytes.instant(out, expiry);
              Bytes.properties(out, Bytes.all(message.variableHeader().properties()));
              Bytes.data(out, ByteBufUtil.getBytes(message.payload()));
            }));
  }

  private static Entry entry(String topic, byte[] bytes) {
    return Bytes.read(
        bytes,
        in -> {
          Instant since = Bytes.instant(in);
          MqttQoS qos = MqttQoS.valueOf(in.readByte());
          Instant expiry = Bytes.instant(in);
          MqttProperty<?>[] properties = Bytes.properties(in);
          byte[] payload = Bytes.data(in);
          Topic on = new Topic(topic);
          return new Entry(
              expiry.equals(Instant.MAX)
                  ? new RetainedMessage(on, qos, payload, properties)
                  : new RetainedMessage(on, qos, payload, properties, expiry),
              since);
        });
  }

  public boolean isEmpty() {
    return table.size() == 0;
  }

  /** Of exactly this topic: AWS IoT has no retained messages for wildcards (facts 2.1). */
  public Optional<Entry> get(String topic) {
    return Optional.ofNullable(table.get(topic)).map(bytes -> entry(topic, bytes));
  }

  /** Those on topics after this one, in ascending order; all for an empty text. */
  public Stream<Entry> after(String topic) {
    return StreamSupport.stream(table.after(topic).spliterator(), false)
        .map(kept -> entry(kept.getKey(), kept.getValue()));
  }
}
