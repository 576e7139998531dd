package io.kitproof.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.gateway.Misbehaviour;
import io.kitproof.broker.gateway.Rollback;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MisbehaviourTest {

  private static final String CONNACK = "20020000";
  private static final String PINGREQ = "c000";
  private static final String PINGRESP = "d000";

  private final Recorder recorder = new Recorder();
  private final LocalCloud cloud = Clouds.start(recorder);
  private final RawClient kit = RawClient.open(cloud);

  @AfterEach
  void close() {
    kit.close();
    cloud.close();
  }

  @Test
  void withheld_puback_never_comes_though_the_message_is_delivered() {
    connect("kit");
    kit.send(Wire.subscribe(1, 0, "abc/bulb")).receive();

    try (Rollback rollback = cloud.onPublish("abc/bulb", Misbehaviour.withholdPuback())) {
      kit.send(Wire.publish("abc/bulb", 1, 5, "X"));
      assertThat(kit.receive()).startsWith("30");
    }

    kit.send(Wire.publish("abc/bulb", 1, 6, "Y"));
    assertThat(new String[] {kit.receive(), kit.receive()})
        .as("only the second is acknowledged")
        .contains("40020006");
    kit.send(Wire.hex(PINGREQ));
    assertThat(kit.receive()).isEqualTo(PINGRESP);
  }

  @Test
  void withheld_puback_of_another_topic_comes() {
    connect("kit");
    cloud.onPublish("abc/bulb", Misbehaviour.withholdPuback());

    kit.send(Wire.publish("abc/other", 1, 5, "X"));

    assertThat(kit.receive()).isEqualTo("40020005");
  }

  @Test
  void delayed_puback_comes_later_than_what_was_asked_after_it() {
    connect("kit");
    Duration delay = Duration.ofMillis(300);
    cloud.onPublish("abc/bulb", Misbehaviour.delayPuback(delay));

    kit.send(Wire.publish("abc/bulb", 1, 5, "X")).send(Wire.hex(PINGREQ));

    assertThat(kit.receive()).isEqualTo(PINGRESP);
    assertThat(kit.receive()).isEqualTo("40020005");
    Packet publish = recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.PUBLISH);
    Packet puback = recorder.awaitPacket(Direction.TO_CLIENT, PacketType.PUBACK);
    assertThat(Duration.ofNanos(puback.nanos() - publish.nanos())).isGreaterThanOrEqualTo(delay);
  }

  @Test
  void connection_is_closed_at_a_publish() {
    connect("kit");
    cloud.onPublish("abc/bulb", Misbehaviour.closeAtPublish());

    assertThat(kit.send(Wire.publish("abc/bulb", 1, 5, "X")).receive()).isEqualTo("closed");

    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("refused a PUBLISH: the cloud was told to close at \"abc/bulb\"");
    assertThat(recorder.awaitEnd("kit").cause()).isEqualTo(Cause.SERVER_INITIATED_DISCONNECT);
  }

  @Test
  void withheld_connack_leaves_a_connection_that_answers_nothing_but_pings() {
    Rollback rollback = cloud.onConnect("kit", Misbehaviour.withholdConnack());

    kit.send(Wire.connect("kit")).send(Wire.connect("kit")).send(Wire.hex(PINGREQ));

    assertThat(kit.receive()).isEqualTo(PINGRESP);
    assertThat(cloud.connections()).isEmpty();
    rollback.close();
    assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo(CONNACK);
  }

  @Test
  void refused_connect_gets_its_code_and_is_closed() {
    cloud.onConnect("kit", Misbehaviour.refuseConnect(5));

    assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("20020005");

    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("refused the cloud was told to refuse this client id with code 5");
  }

  @Test
  void refused_connect_that_stays_open_works_for_who_ignores_the_code() {
    cloud.onConnect("kit", Misbehaviour.refuseConnectButStay(5));

    assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("20020005");

    assertThat(kit.send(Wire.publish("abc/bulb", 1, 9, "X")).receive()).isEqualTo("40020009");
  }

  @Test
  void unknown_return_code_is_refused_when_it_is_scripted() {
    assertThatThrownBy(() -> Misbehaviour.refuseConnect(77))
        .hasMessage("77 is no return code of a CONNACK. MQTT 3.1.1 has 1 to 5.");
  }

  @Test
  void connection_is_closed_at_connect_without_a_connack() {
    cloud.onConnect("kit", Misbehaviour.closeAtConnect());

    assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("closed");

    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("refused a CONNECT: the cloud was told to close \"kit\"");
  }

  @Test
  void refused_subscription_gets_0x80_and_no_messages() {
    connect("kit");
    cloud.onSubscribe("abc/bulb", Misbehaviour.refuseSubscription());

    assertThat(kit.send(Wire.subscribe(3, 0, "abc/bulb")).receive()).isEqualTo("9003000380");

    kit.send(Wire.publish("abc/bulb", 1, 9, "X"));
    assertThat(kit.receive()).isEqualTo("40020009");
    kit.send(Wire.hex(PINGREQ));
    assertThat(kit.receive()).isEqualTo(PINGRESP);
  }

  @Test
  void connection_is_closed_at_a_subscribe() {
    connect("kit");
    cloud.onSubscribe("abc/bulb", Misbehaviour.closeAtSubscribe());

    assertThat(kit.send(Wire.subscribe(3, 0, "abc/bulb")).receive()).isEqualTo("closed");

    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("refused a SUBSCRIBE: the cloud was told to close at \"abc/bulb\"");
  }

  @Test
  void newest_script_counts_and_rolling_it_back_twice_brings_the_older_one_back() {
    connect("kit");
    cloud.onPublish("abc/bulb", Misbehaviour.closeAtPublish());
    Rollback newest = cloud.onPublish("abc/bulb", Misbehaviour.delayPuback(Duration.ZERO));
    assertThat(kit.send(Wire.publish("abc/bulb", 1, 1, "X")).receive()).isEqualTo("40020001");

    newest.close();
    newest.close();

    assertThat(kit.send(Wire.publish("abc/bulb", 1, 2, "X")).receive()).isEqualTo("closed");
  }

  private void connect(String clientId) {
    assertThat(kit.send(Wire.connect(clientId)).receive()).isEqualTo(CONNACK);
  }
}
