package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.OpenHouse;
import io.kitproof.broker.store.Store;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Shadows as clients see them through the gateway: one of bare bytes, as kits send them, and
 * HiveMQ's.
 */
class MqttShadowTest {

  private static final String LAMP = "$aws/things/lightbulb/shadow/";

  /** What the stock firmware sends when it has started, and when its button was pressed. */
  private static final String BOOT = "{ \"state\": {\"reported\": { \"status\": \"OFF\" } } }\0";

  private static final String PRESSED =
      "{ \"state\": {\"desired\": { \"status\": \"ON\" } ,\"reported\": { \"status\": \"ON\" } } }\0";

  private static final String PINGREQ = "c000";
  private static final String PINGRESP = "d000";

  private final DeviceGateway gateway = Clouds.gateway(new OpenHouse(), new Recorder());
  private final Shadows shadows = Shadows.open(Store.memory(), gateway, new Watch(100));
  private final List<Mqtt5BlockingClient> apps = new ArrayList<>();
  private InetSocketAddress door;

  @BeforeEach
  void open() {
    gateway.serve(shadows);
    door = gateway.openMqtt(Clouds.anywhere());
  }

  @AfterEach
  void close() {
    apps.forEach(Mqtt5BlockingClient::disconnect);
    gateway.close();
  }

  @Test
  void kit_that_starts_reports_its_state_with_a_nul_at_the_end() throws Exception {
    Mqtt5BlockingClient app = app("app");
    try (var messages = app.publishes(MqttGlobalPublishFilter.ALL);
        RawClient kit = kit("wiced_shadow_aws")) {
      subscribe(app, MqttQos.AT_LEAST_ONCE, LAMP + "update/#");

      assertThat(kit.send(Wire.publish(LAMP + "update", 1, 1, BOOT)).receive())
          .isEqualTo("40020001");

      // Of a/#, AWS IoT does not deliver a (facts 2.1): the request itself is not among them.
      assertThat(List.of(next(messages), next(messages)))
          .containsExactly(
              "update/accepted {\"state\":{\"reported\":{\"status\":\"OFF\"}},"
                  + "\"metadata\":{\"reported\":{\"status\":{\"timestamp\":100}}},"
                  + "\"version\":1,\"timestamp\":100}",
              "update/documents {\"previous\":null,"
                  + "\"current\":{\"state\":{\"reported\":{\"status\":\"OFF\"}},"
                  + "\"metadata\":{\"reported\":{\"status\":{\"timestamp\":100}}},\"version\":1},"
                  + "\"timestamp\":100}");
    }
  }

  @Test
  void wish_of_an_app_reaches_the_kit_and_its_report_ends_it() throws Exception {
    Mqtt5BlockingClient app = app("app");
    try (var messages = app.publishes(MqttGlobalPublishFilter.ALL);
        RawClient kit = kit("wiced_shadow_aws")) {
      kit.send(Wire.publish(LAMP + "update", 1, 1, BOOT)).receive();
      kit.send(Wire.subscribe(2, 0, LAMP + "update/delta")).receive();
      subscribe(app, MqttQos.AT_LEAST_ONCE, LAMP + "update/accepted", LAMP + "update/delta");

      publish(app, LAMP + "update", "{\"state\":{\"desired\":{\"status\":\"ON\"}}}");

      String delta =
          "{\"version\":2,\"timestamp\":100,\"state\":{\"status\":\"ON\"},"
              + "\"metadata\":{\"status\":{\"timestamp\":100}}}";
      assertThat(kit.receive()).isEqualTo(packet(0, LAMP + "update/delta", delta));
      assertThat(next(messages)).startsWith("update/accepted {\"state\":{\"desired\":");
      assertThat(next(messages)).isEqualTo("update/delta " + delta);

      assertThat(kit.send(Wire.publish(LAMP + "update", 1, 3, PRESSED)).receive())
          .isEqualTo("40020003");
      assertThat(next(messages)).startsWith("update/accepted ").contains("\"version\":3,");
      assertThat(kit.send(Wire.hex(PINGREQ)).receive()).isEqualTo(PINGRESP);
    }
  }

  @Test
  void answer_comes_at_the_lower_of_qos_1_and_what_was_granted() {
    try (RawClient once = kit("once");
        RawClient most = kit("most")) {
      once.send(Wire.subscribe(1, 1, LAMP + "get/rejected")).receive();
      most.send(Wire.subscribe(1, 0, LAMP + "get/rejected")).receive();

      once.send(Wire.publish(LAMP + "get", 0, 0, ""));

      assertThat(once.receive()).startsWith("32");
      assertThat(most.receive()).startsWith("30");
    }
  }

  @Test
  void everyone_who_has_subscribed_gets_the_answer_with_the_token_of_the_one_who_asked()
      throws Exception {
    Mqtt5BlockingClient asking = app("asking");
    Mqtt5BlockingClient other = app("other");
    try (var own = asking.publishes(MqttGlobalPublishFilter.ALL);
        var foreign = other.publishes(MqttGlobalPublishFilter.ALL)) {
      subscribe(asking, MqttQos.AT_LEAST_ONCE, LAMP + "get/+");
      subscribe(other, MqttQos.AT_LEAST_ONCE, LAMP + "get/+");

      publish(asking, LAMP + "get", "{\"clientToken\":\"asking-1\"}");

      String answer =
          "get/rejected {\"code\":404,\"message\":\"No shadow exists with name: 'lightbulb'\","
              + "\"clientToken\":\"asking-1\"}";
      assertThat(next(own)).isEqualTo(answer);
      assertThat(next(foreign)).isEqualTo(answer);
    }
  }

  @Test
  void late_subscriber_gets_nothing_of_what_was() {
    try (RawClient kit = kit("kit");
        RawClient late = kit("late")) {
      kit.send(Wire.subscribe(1, 1, LAMP + "update/delta")).receive();
      kit.send(Wire.publish(LAMP + "update", 0, 0, "{\"state\":{\"desired\":{\"a\":1}}}"));
      assertThat(kit.receive()).startsWith("32");

      late.send(Wire.subscribe(1, 1, LAMP + "#", LAMP + "update/delta")).receive();

      assertThat(late.send(Wire.hex(PINGREQ)).receive()).isEqualTo(PINGRESP);
    }
  }

  @Test
  void nonsense_is_rejected_and_the_connection_stays() {
    try (RawClient kit = kit("kit")) {
      kit.send(Wire.subscribe(1, 0, LAMP + "update/rejected")).receive();

      kit.send(Wire.publish(LAMP + "update", 0, 0, "LIGHT ON"));

      assertThat(kit.receive())
          .isEqualTo(
              packet(0, LAMP + "update/rejected", "{\"code\":400,\"message\":\"Invalid JSON\"}"));
      assertThat(kit.send(Wire.hex(PINGREQ)).receive()).isEqualTo(PINGRESP);
    }
  }

  @Test
  void named_shadow_has_the_longest_topics_there_are() {
    String night = LAMP + "name/night/";
    try (RawClient kit = kit("kit")) {
      kit.send(Wire.subscribe(1, 0, night + "update/documents")).receive();

      kit.send(Wire.publish(night + "update", 0, 0, "{\"state\":{}}"));

      assertThat(kit.receive())
          .isEqualTo(
              packet(
                  0,
                  night + "update/documents",
                  "{\"previous\":null,\"current\":{\"state\":{},\"metadata\":{},\"version\":1},"
                      + "\"timestamp\":100}"));
    }
  }

  @Test
  void update_over_http_is_told_over_mqtt_and_its_refusal_is_not() {
    try (RawClient kit = kit("kit")) {
      kit.send(Wire.subscribe(1, 0, LAMP + "update/accepted", LAMP + "update/rejected")).receive();

      byte[] answer =
          shadows.update("lightbulb", Optional.empty(), "{\"state\":{}}".getBytes(UTF_8));

      assertThat(kit.receive())
          .isEqualTo(packet(0, LAMP + "update/accepted", new String(answer, UTF_8)));
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> shadows.update("lightbulb", Optional.empty(), new byte[0]))
          .hasMessage("Invalid JSON");
      assertThat(kit.send(Wire.hex(PINGREQ)).receive()).isEqualTo(PINGRESP);
    }
  }

  private RawClient kit(String clientId) {
    RawClient kit = RawClient.open(door);
    assertThat(kit.send(Wire.connect(clientId)).receive()).isEqualTo("20020000");
    return kit;
  }

  private Mqtt5BlockingClient app(String clientId) {
    Mqtt5BlockingClient app =
        MqttClient.builder()
            .identifier(clientId)
            .serverHost("localhost")
            .serverPort(door.getPort())
            .sslConfig(Clouds.tls(Clouds.DEVICE, Clouds.AUTHORITY, "TLSv1.2"))
            .useMqttVersion5()
            .buildBlocking();
    app.connect();
    apps.add(app);
    return app;
  }

  private static void subscribe(Mqtt5BlockingClient app, MqttQos qos, String... filters) {
    for (String filter : filters) {
      app.subscribeWith().topicFilter(filter).qos(qos).send();
    }
  }

  private static void publish(Mqtt5BlockingClient app, String topic, String payload) {
    app.publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload.getBytes(UTF_8))
        .send();
  }

  /** The next message, without what is the same in all topics. */
  private static String next(Mqtt5BlockingClient.Mqtt5Publishes messages) throws Exception {
    Mqtt5Publish message = messages.receive(20, TimeUnit.SECONDS).orElseThrow();
    assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
    assertThat(message.isRetain()).isFalse();
    return message.getTopic().toString().replace(LAMP, "")
        + " "
        + new String(message.getPayloadAsBytes(), UTF_8);
  }

  private static String packet(int qos, String topic, String payload) {
    return HexFormat.of().formatHex(Wire.publish(topic, qos, 1, payload));
  }
}
