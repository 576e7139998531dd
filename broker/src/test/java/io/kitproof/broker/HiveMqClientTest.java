package io.kitproof.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiveMqClientTest {

  private final Recorder recorder = new Recorder();
  private final LocalCloud cloud = Clouds.start(recorder);

  @AfterEach
  void close() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_message_of_mqtt_3_goes_from_client_to_client(int qos) throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    Mqtt3AsyncClient subscriber = Clouds.client(cloud, "sub").useMqttVersion3().buildAsync();
    Mqtt3BlockingClient publisher = Clouds.client(cloud, "pub").useMqttVersion3().buildBlocking();
    MqttQos mqttQos = MqttQos.fromCode(qos);

    subscriber.toBlocking().connect();
    subscriber
        .subscribeWith()
        .topicFilter("abc/bulb")
        .qos(mqttQos)
        .callback(p -> received.add(new String(p.getPayloadAsBytes(), StandardCharsets.UTF_8)))
        .send()
        .get(20, TimeUnit.SECONDS);
    publisher.connect();
    publisher.publishWith().topic("abc/bulb").qos(mqttQos).payload(bytes("LIGHT ON")).send();

    assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("LIGHT ON");
    publisher.disconnect();
    subscriber.toBlocking().disconnect();
    assertThat(recorder.awaitEnd("pub").reason())
        .isEqualTo("the client said goodbye with a DISCONNECT");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_message_of_mqtt_5_goes_from_client_to_client(int qos) throws Exception {
    Mqtt5BlockingClient subscriber = Clouds.client(cloud, "sub").useMqttVersion5().buildBlocking();
    Mqtt5BlockingClient publisher = Clouds.client(cloud, "pub").useMqttVersion5().buildBlocking();
    MqttQos mqttQos = MqttQos.fromCode(qos);
    var publishes = subscriber.publishes(com.hivemq.client.mqtt.MqttGlobalPublishFilter.ALL);

    subscriber.connect();
    subscriber.subscribeWith().topicFilter("abc/+").qos(mqttQos).send();
    publisher.connect();
    publisher.publishWith().topic("abc/bulb").qos(mqttQos).payload(bytes("LIGHT ON")).send();

    var received = publishes.receive(20, TimeUnit.SECONDS).orElseThrow();
    assertThat(received.getPayloadAsBytes()).asString().isEqualTo("LIGHT ON");
    publisher.disconnect();
    subscriber.disconnect();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void the_handshake_tells_protocol_cipher_name_and_certificate(String protocol) {
    Mqtt3BlockingClient client =
        Clouds.client(cloud, "kit")
            .sslConfig(Clouds.tls(Clouds.DEVICE, Clouds.AUTHORITY, protocol))
            .useMqttVersion3()
            .buildBlocking();

    client.connect();

    Handshake handshake = recorder.await(Handshake.class, h -> true);
    assertThat(handshake.succeeded()).isTrue();
    assertThat(handshake.protocol()).isEqualTo(protocol);
    assertThat(handshake.cipher()).startsWith("TLS_");
    assertThat(handshake.principal()).isEqualTo(Clouds.DEVICE.principal());
    assertThat(cloud.connections())
        .singleElement()
        .satisfies(c -> assertThat(c.clientId()).isEqualTo("kit"))
        .satisfies(c -> assertThat(c.principal()).isEqualTo(Clouds.DEVICE.principal()));
    client.disconnect();
    recorder.awaitEnd("kit");
    assertThat(cloud.connections()).isEmpty();
  }

  @Test
  void every_packet_is_captured_in_order_with_who_sent_it() {
    Mqtt3BlockingClient client = Clouds.client(cloud, "kit").useMqttVersion3().buildBlocking();
    long before = System.nanoTime();

    client.connect();
    client.subscribeWith().topicFilter("abc/bulb").qos(MqttQos.AT_MOST_ONCE).send();
    client.publishWith().topic("abc/bulb").qos(MqttQos.AT_LEAST_ONCE).payload(bytes("X")).send();
    recorder.await(
        Packet.class, p -> p.direction() == Direction.TO_CLIENT && p.type() == PacketType.PUBLISH);
    client.disconnect();
    recorder.awaitEnd("kit");

    assertThat(recorder.packets())
        .extracting(p -> p.direction() + " " + p.type())
        .containsSubsequence(
            "FROM_CLIENT CONNECT",
            "TO_CLIENT CONNACK",
            "FROM_CLIENT SUBSCRIBE",
            "TO_CLIENT SUBACK",
            "FROM_CLIENT PUBLISH",
            "TO_CLIENT PUBLISH",
            "FROM_CLIENT DISCONNECT")
        .hasSize(8);
    assertThat(recorder.packets())
        .allSatisfy(p -> assertThat(p.clientId()).isEqualTo("kit"))
        .allSatisfy(p -> assertThat(p.principal()).isEqualTo(Clouds.DEVICE.principal()))
        .allSatisfy(p -> assertThat(p.connection()).isEqualTo(1))
        .allSatisfy(p -> assertThat(p.nanos()).isBetween(before, System.nanoTime()))
        .isSortedAccordingTo((a, b) -> Long.compare(a.nanos(), b.nanos()));
    Packet publish = recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.PUBLISH);
    assertThat(publish.toString()).isEqualTo("#1 > kit PUBLISH abc/bulb \"X\" QoS 1 id 1");
    assertThat(recorder.packets().get(0).toString())
        .isEqualTo("#1 > kit CONNECT (MQTT 3.1.1, clean session, keep alive 60 s)");
    assertThat(recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.SUBSCRIBE).toString())
        .matches("#1 > kit SUBSCRIBE abc/bulb id \\d+ \\(abc/bulb QoS 0\\)");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
