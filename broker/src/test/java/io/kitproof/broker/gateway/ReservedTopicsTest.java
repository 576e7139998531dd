package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.TopicService;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedTopicsTest {

  private static final String REQUEST = "$aws/things/t/shadow/get";
  private static final String ANSWER = "$aws/things/t/shadow/get/accepted";

  private final Recorder recorder = new Recorder();
  private final OpenHouse principals = new OpenHouse();
  private final DeviceGateway gateway = Clouds.gateway(principals, recorder);
  private final BlockingQueue<String> served = new LinkedBlockingQueue<>();
  private InetSocketAddress door;

  @BeforeEach
  void open() {
    gateway.serve(new Answering());
    door = gateway.openMqtt(Clouds.anywhere());
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void service_gets_what_a_client_publishes_and_the_client_gets_answer_and_puback() {
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();
      assertThat(kit.send(Wire.subscribe(1, 0, ANSWER)).receive()).isEqualTo("9003000100");

      kit.send(Wire.publish(REQUEST, 1, 7, "{}"));

      assertThat(new String[] {text(kit.receive()), text(kit.receive())})
          .containsExactlyInAnyOrder("40020007", "{} to kit");
      assertThat(served).containsExactly(REQUEST + " {} QoS 1 of kit " + Clouds.DEVICE.principal());
    }
  }

  @Test
  void others_see_the_request_but_not_by_a_wildcard_at_the_root() {
    try (RawClient watcher = RawClient.open(door);
        RawClient kit = RawClient.open(door)) {
      watcher.send(Wire.connect("watcher")).receive();
      watcher.send(Wire.subscribe(1, 0, "#", "+/things/t/shadow/get", REQUEST)).receive();
      kit.send(Wire.connect("kit")).receive();

      kit.send(Wire.publish(REQUEST, 1, 7, "{}")).receive();

      assertThat(text(watcher.receive())).isEqualTo("{}");
      assertThat(watcher.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @Test
  void only_what_policy_allows_reaches_a_service() {
    principals.rule((principal, guest, action, name) -> !name.equals(REQUEST));
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();

      assertThat(kit.send(Wire.publish(REQUEST, 1, 7, "{}")).receive()).isEqualTo("closed");

      assertThat(served).isEmpty();
    }
  }

  @Test
  void nothing_is_retained_on_a_reserved_topic() {
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();

      kit.send(Wire.retained(Wire.publish(REQUEST, 1, 7, "{}"))).receive();

      assertThat(kit.send(Wire.subscribe(1, 0, REQUEST)).receive()).isEqualTo("9003000100");
      assertThat(kit.send(Wire.hex("c000")).receive()).isEqualTo("d000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"$aws/things/t/jobs/get", "$SYS/x", "$share/g/a"})
  void publish_that_nobody_serves_closes_the_connection(String topic) {
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();

      assertThat(kit.send(Wire.publish(topic, 1, 7, "{}")).receive()).isEqualTo("closed");

      assertThat(recorder.awaitEnd("kit").reason())
          .isEqualTo("refused a PUBLISH to reserved topic \"" + topic + "\"");
    }
  }

  @Test
  void longest_topic_of_a_named_shadow_is_taken() {
    String longest = "$aws/things/t/shadow/name/s/update/documents";
    try (RawClient kit = RawClient.open(door)) {
      kit.send(Wire.connect("kit")).receive();
      kit.send(Wire.subscribe(1, 0, longest)).receive();

      gateway.publish(Publication.of(longest, "X".getBytes(StandardCharsets.UTF_8), 1));

      assertThat(text(kit.receive())).isEqualTo("X");
    }
  }

  /** The payload of a PUBLISH with QoS 0, or the packet. */
  private static String text(String packet) {
    if (!packet.startsWith("30")) {
      return packet;
    }
    byte[] bytes = HexFormat.of().parseHex(packet);
    int topic = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    return new String(bytes, 4 + topic, bytes.length - 4 - topic, StandardCharsets.UTF_8);
  }

  private final class Answering implements TopicService {

    @Override
    public boolean takes(String topic) {
      return topic.equals(REQUEST);
    }

    @Override
    public boolean offers(String filter) {
      return filter.startsWith("$aws/things/");
    }

    @Override
    public void received(Publication publication, String clientId, String principal) {
      String text = new String(publication.payload(), StandardCharsets.UTF_8);
      served.add(
          publication.topic()
              + " "
              + text
              + " QoS "
              + publication.qos()
              + " of "
              + clientId
              + " "
              + principal);
      gateway.publish(
          Publication.of(ANSWER, (text + " to " + clientId).getBytes(StandardCharsets.UTF_8), 1));
    }
  }
}
