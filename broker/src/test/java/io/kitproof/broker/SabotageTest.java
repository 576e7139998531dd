package io.kitproof.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.ca.ServerFlaw;
import io.kitproof.broker.gateway.Misbehaviour;
import io.kitproof.broker.gateway.Rollback;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Misbehaviour toward one client, told by its certificate, and its end. */
class SabotageTest {

  private static final String CONNACK = "20020000";
  private static final String PINGREQ = "c000";
  private static final String PINGRESP = "d000";
  private static final String ME = Clouds.DEVICE.principal();
  private static final byte[] PERSISTENT = Wire.connect("kit", 4, 0x00, 60, Wire.bytes());
  private static final Duration LONG = Duration.ofDays(1);

  private final Recorder recorder = new Recorder();
  private final LocalCloud cloud = Clouds.start(recorder);
  private final RawClient kit = RawClient.open(cloud);

  @AfterEach
  void close() {
    kit.close();
    cloud.close();
  }

  private void connect() {
    assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo(CONNACK);
  }

  private void subscribe(int qos) {
    assertThat(kit.send(Wire.subscribe(1, qos, "abc/bulb")).receive()).startsWith("9003");
  }

  /** Nothing else is on its way when its answer is the next to come. */
  private void ping() {
    assertThat(kit.send(Wire.hex(PINGREQ)).receive()).isEqualTo(PINGRESP);
  }

  @Test
  void another_clients_fault_is_not_mine() {
    Rollback rollback = cloud.sabotage().toward("somebody else", Misbehaviour.withholdConnack());

    connect();

    assertThat(cloud.inForce()).containsExactly("WithholdConnack[] for somebody else");
    rollback.close();
    assertThat(cloud.inForce()).isEmpty();
  }

  @Test
  void who_has_no_certificate_cannot_be_told_from_others() {
    assertThatThrownBy(() -> cloud.sabotage().toward("", Misbehaviour.withholdConnack()))
        .hasMessage("Who has no certificate can't be told from others.");
  }

  @Test
  void connack_is_withheld_so_many_times() {
    cloud.sabotage().toward(ME, Misbehaviour.withholdConnack(), 2);

    kit.send(Wire.connect("kit")).send(Wire.connect("kit"));
    ping();

    connect();
  }

  @Test
  void connack_that_is_late_comes_after_what_was_asked_meanwhile() {
    Duration delay = Duration.ofMillis(200);
    cloud.sabotage().toward(ME, Misbehaviour.delayConnack(delay));

    kit.send(Wire.connect("kit")).send(Wire.connect("kit"));
    ping();

    assertThat(kit.receive()).isEqualTo(CONNACK);
    Packet asked = recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.CONNECT);
    Packet answered = recorder.awaitPacket(Direction.TO_CLIENT, PacketType.CONNACK);
    assertThat(Duration.ofNanos(answered.nanos() - asked.nanos())).isGreaterThanOrEqualTo(delay);
    ping();
  }

  @Test
  void late_connack_comes_at_once_when_it_is_rolled_back() {
    Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.delayConnack(LONG));
    kit.send(Wire.connect("kit"));
    ping();

    rollback.close();

    assertThat(kit.receive()).isEqualTo(CONNACK);
  }

  @Test
  void connection_is_closed_after_its_connack_and_the_next_one_is_not() {
    cloud.sabotage().toward(ME, Misbehaviour.closeAfterConnack(), 1);

    connect();

    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("refused to go on: the cloud was told to disconnect this client");
    try (RawClient again = RawClient.open(cloud)) {
      assertThat(again.send(Wire.connect("kit")).receive()).isEqualTo(CONNACK);
      assertThat(again.send(Wire.hex(PINGREQ)).receive()).isEqualTo(PINGRESP);
    }
  }

  @Test
  void session_that_has_expired_is_not_there_any_more() {
    kit.send(PERSISTENT);
    assertThat(kit.receive()).isEqualTo(CONNACK);
    subscribe(1);
    kit.send(Wire.hex("e000"));
    assertThat(kit.receive()).isEqualTo("closed");

    Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.expireSession());

    assertThat(connackOfOldSession()).isEqualTo(CONNACK);
    rollback.close();
    assertThat(connackOfOldSession()).isEqualTo("20020100");
  }

  private String connackOfOldSession() {
    try (RawClient again = RawClient.open(cloud)) {
      return again.send(PERSISTENT).receive();
    }
  }

  @Test
  void puback_is_withheld_whatever_the_topic() {
    connect();
    try (Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.withholdPuback())) {
      kit.send(Wire.publish("abc/bulb", 1, 5, "X")).send(Wire.publish("abc/other", 1, 6, "X"));
      ping();
    }

    assertThat(kit.send(Wire.publish("abc/bulb", 1, 7, "X")).receive()).isEqualTo("40020007");
  }

  @Test
  void suback_is_withheld_though_the_subscription_counts() {
    connect();
    try (Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.withholdSuback())) {
      kit.send(Wire.subscribe(1, 0, "abc/bulb"));
      ping();
    }
    kit.send(Wire.publish("abc/bulb", 0, 0, "X"));

    assertThat(kit.receive()).startsWith("30");
    subscribe(0);
  }

  @Test
  void pingresp_is_withheld_and_everything_else_goes_on() {
    connect();
    Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.withholdPingresp());

    kit.send(Wire.hex(PINGREQ)).send(Wire.publish("abc/bulb", 1, 5, "X"));

    assertThat(kit.receive()).isEqualTo("40020005");
    rollback.close();
    ping();
  }

  @Test
  void delivery_is_repeated_as_dup_with_the_same_packet_id() {
    connect();
    subscribe(1);
    Duration soon = Duration.ofMillis(50);
    Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.repeatDeliveries(soon));

    kit.send(Wire.publish("abc/bulb", 0, 0, "X")).send(Wire.publish("abc/bulb", 1, 5, "Y"));

    String first = receiveBut("40020005");
    String second = receiveBut("40020005");
    String third = receiveBut("40020005");
    String fourth = receiveBut("40020005");
    assertThat(first).isEqualTo(HexFormat.of().formatHex(Wire.publish("abc/bulb", 0, 0, "X")));
    assertThat(second).startsWith("32").endsWith(Wire.hexOf("Y"));
    assertThat(third).isEqualTo(first);
    assertThat(fourth).isEqualTo("3a" + second.substring(2));
    rollback.close();
    ping();
  }

  private String receiveBut(String unwanted) {
    String got = kit.receive();
    return got.equals(unwanted) ? kit.receive() : got;
  }

  @Test
  void late_delivery_comes_at_once_when_it_is_rolled_back() {
    connect();
    subscribe(0);
    Rollback rollback = cloud.sabotage().toward(ME, Misbehaviour.delayDeliveries(LONG));
    kit.send(Wire.publish("abc/bulb", 1, 5, "X"));
    assertThat(kit.receive()).isEqualTo("40020005");
    ping();

    rollback.close();

    assertThat(kit.receive()).startsWith("30");
  }

  @Test
  void client_is_disconnected() {
    connect();

    cloud.sabotage().disconnect(ME);

    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(recorder.awaitEnd("kit").cause()).isEqualTo(Cause.SERVER_INITIATED_DISCONNECT);
    assertThat(recorder.awaitEnd("kit").reason())
        .isEqualTo("the cloud was told to disconnect the client");
  }

  @Test
  void silent_connection_answers_nothing_until_it_is_cut_at_the_end() {
    connect();
    Rollback rollback = cloud.sabotage().fallSilent(ME);

    kit.send(Wire.publish("abc/bulb", 1, 5, "X")).send(Wire.hex(PINGREQ));

    try (RawClient another = RawClient.open(cloud)) {
      assertThat(another.send(Wire.connect("kit 2")).receive()).isEqualTo(CONNACK);
    }
    assertThat(cloud.inForce()).containsExactly("silence for " + ME);
    rollback.close();
    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(recorder.awaitEnd("kit").reason()).isEqualTo("the connection had fallen silent");
    assertThat(cloud.inForce()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = ServerFlaw.class, mode = EnumSource.Mode.EXCLUDE, names = "OVERSIZED")
  void flawed_certificate_is_refused_by_a_careful_client_until_it_is_rolled_back(ServerFlaw flaw) {
    connect();
    Rollback rollback = cloud.show(flaw);

    assertThatThrownBy(this::newcomer).isInstanceOf(IOException.class);

    ping();
    assertThat(cloud.inForce()).containsExactly("another certificate is shown");
    rollback.close();
    RawClient.open(cloud).close();
  }

  private void newcomer() throws IOException {
    RawClient.open(cloud, Clouds.DEVICE, cloud.authority(), "localhost", "TLSv1.2").close();
  }

  @Test
  void oversized_certificate_is_right_and_more_than_20_percent_larger() throws Exception {
    cloud.show(ServerFlaw.OVERSIZED);

    newcomer();

    assertThat(size(ServerFlaw.OVERSIZED)).isGreaterThan(size(ServerFlaw.EXPIRED) * 12 / 10);
  }

  private int size(ServerFlaw flaw) throws CertificateEncodingException {
    return cloud.authority().server("us-east-1", flaw).chain().get(0).getEncoded().length;
  }

  @Test
  void shadow_updates_of_one_client_are_refused_until_it_is_rolled_back() {
    connect();
    kit.send(Wire.subscribe(1, 0, "$aws/things/lamp/shadow/update/rejected")).receive();
    Rollback conflict = cloud.refuseShadowUpdates(ME, true);
    Rollback failure = cloud.refuseShadowUpdates(ME, false);

    assertThat(answer())
        .endsWith(Wire.hexOf("{\"code\":500,\"message\":\"Internal service failure\"}"));
    failure.close();
    assertThat(answer()).endsWith(Wire.hexOf("{\"code\":409,\"message\":\"Version conflict\"}"));
    conflict.close();
    kit.send(Wire.subscribe(2, 0, "$aws/things/lamp/shadow/update/accepted")).receive();
    assertThat(answer()).contains(Wire.hexOf("\"version\":1"));
  }

  private String answer() {
    return kit.send(update()).receive();
  }

  private static byte[] update() {
    return Wire.publish(
        "$aws/things/lamp/shadow/update", 0, 0, "{\"state\":{\"reported\":{\"status\":\"ON\"}}}");
  }
}
