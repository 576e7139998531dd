package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

  private static final String PING = "c000";
  private static final String PONG = "d000";

  private final Recorder recorder = new Recorder();
  private final OpenHouse principals = new OpenHouse();
  private final DeviceGateway gateway = Clouds.gateway(principals, recorder);
  private final InetSocketAddress door = gateway.openMqtt(Clouds.anywhere());
  private final RawClient kit = RawClient.open(door);

  @AfterEach
  void close() {
    kit.close();
    gateway.close();
  }

  @Test
  void client_that_may_not_connect_is_closed_without_a_connack() {
    deny(Action.CONNECT, "kit");

    assertThat(kit.send(Wire.connect("kit")).receive()).isEqualTo("closed");

    assertThat(endOf("kit"))
        .isEqualTo("AUTH_ERROR refused a CONNECT of \"kit\": no policy allows iot:Connect");
  }

  @Test
  void client_of_mqtt_5_that_may_not_connect_is_told() {
    deny(Action.CONNECT, "kit");

    assertThat(kit.send(connect5("kit")).receive()).isEqualTo("2003008700");

    assertThat(kit.receive()).isEqualTo("closed");
  }

  @Test
  void stranger_of_mqtt_5_is_told() {
    principals.standing(Principals.Standing.UNKNOWN);

    assertThat(kit.send(connect5("kit")).receive()).isEqualTo("2003008700");

    assertThat(kit.receive()).isEqualTo("closed");
  }

  @Test
  void policy_is_asked_for_the_guest_that_the_connect_describes() {
    BlockingQueue<Guest> asked = new LinkedBlockingQueue<>();
    principals.rule(
        (principal, guest, action, name) -> {
          asked.add(guest);
          return true;
        });
    byte[] will = Wire.join(Wire.string("abc/will"), Wire.string("gone"));

    assertThat(kit.send(Wire.connect("kit", 4, 0x04, 60, will)).receive()).isEqualTo("20020000");

    Guest guest = asked.remove();
    assertThat(guest.clientId()).isEqualTo("kit");
    assertThat(guest.remote().getAddress().isLoopbackAddress()).isTrue();
    assertThat(guest.connectAttributes()).isEqualTo(Set.of("PersistentConnect", "LastWill"));
    assertThat(guest.lastWillTopic()).isEqualTo(Optional.of("abc/will"));
  }

  @ParameterizedTest
  @CsvSource({"PUBLISH, iot:Publish", "RETAIN_PUBLISH, iot:RetainPublish"})
  void will_that_may_not_be_published_is_refused_at_connect(Action action, String name) {
    deny(action, "abc/will");
    byte[] will = Wire.join(Wire.string("abc/will"), Wire.string("gone"));

    assertThat(kit.send(Wire.connect("kit", 4, 0x26, 60, will)).receive()).isEqualTo("closed");

    assertThat(endOf("kit"))
        .isEqualTo(
            "AUTH_ERROR refused a CONNECT with a will to \"abc/will\": no policy allows " + name);
  }

  @Test
  void publish_that_is_not_allowed_closes_the_connection() {
    deny(Action.PUBLISH, "abc/bulb");
    kit.send(Wire.connect("kit")).receive();

    assertThat(kit.send(Wire.publish("abc/bulb", 1, 5, "X")).receive()).isEqualTo("closed");

    assertThat(endOf("kit"))
        .isEqualTo("AUTH_ERROR refused a PUBLISH to \"abc/bulb\": no policy allows iot:Publish");
  }

  @Test
  void publish_of_mqtt_5_that_is_not_allowed_is_answered_and_goes_nowhere() {
    deny(Action.PUBLISH, "abc/bulb");
    kit.send(connect5("kit")).receive();
    kit.send(Wire.subscribe5(1, 0, "abc/bulb")).receive();

    kit.send(Wire.publish5("abc/bulb", 1, 5, Wire.bytes(), "X"));

    assertThat(kit.receive()).isEqualTo("400400058700");
    assertThat(kit.send(Wire.hex(PING)).receive()).isEqualTo(PONG);
  }

  @Test
  void publish_of_mqtt_5_with_qos_0_that_is_not_allowed_ends_the_connection() {
    deny(Action.PUBLISH, "abc/bulb");
    kit.send(connect5("kit")).receive();

    assertThat(kit.send(Wire.publish5("abc/bulb", 0, 0, Wire.bytes(), "X")).receive())
        .isEqualTo("e0028700");

    assertThat(kit.receive()).isEqualTo("closed");
  }

  @Test
  void retained_publish_needs_a_permission_of_its_own() {
    deny(Action.RETAIN_PUBLISH, "abc/bulb");
    kit.send(Wire.connect("kit")).receive();
    assertThat(kit.send(Wire.publish("abc/bulb", 1, 5, "X")).receive()).isEqualTo("40020005");

    assertThat(kit.send(Wire.retained(Wire.publish("abc/bulb", 1, 6, "X"))).receive())
        .isEqualTo("closed");

    assertThat(endOf("kit"))
        .isEqualTo(
            "AUTH_ERROR refused a PUBLISH to \"abc/bulb\": no policy allows iot:RetainPublish");
  }

  @Test
  void subscribe_that_is_not_allowed_closes_the_connection() {
    deny(Action.SUBSCRIBE, "abc/+");
    kit.send(Wire.connect("kit")).receive();

    assertThat(kit.send(Wire.subscribe(1, 0, "abc/bulb", "abc/+")).receive()).isEqualTo("closed");

    assertThat(endOf("kit"))
        .isEqualTo("AUTH_ERROR refused a SUBSCRIBE of \"abc/+\": no policy allows iot:Subscribe");
  }

  @Test
  void subscribe_of_mqtt_5_is_answered_filter_by_filter() {
    deny(Action.SUBSCRIBE, "abc/+");
    kit.send(connect5("kit")).receive();

    assertThat(kit.send(Wire.subscribe5(1, 1, "abc/bulb", "abc/+", "abc/x")).receive())
        .isEqualTo("900600010001" + "87" + "01");

    kit.send(Wire.publish5("abc/other", 0, 0, Wire.bytes(), "not for me"));
    kit.send(Wire.publish5("abc/bulb", 0, 0, Wire.bytes(), "X"));
    assertThat(kit.receive()).isEqualTo("300c00086162632f62756c62" + "0058");
  }

  @Test
  void subscribe_of_mqtt_5_of_which_nothing_is_allowed_is_answered() {
    deny(Action.SUBSCRIBE, "abc/+");
    kit.send(connect5("kit")).receive();

    assertThat(kit.send(Wire.subscribe5(1, 1, "abc/+")).receive()).isEqualTo("90040001" + "0087");
  }

  @Test
  void shared_subscription_is_asked_for_by_the_filter_that_is_shared() {
    deny(Action.SUBSCRIBE, "abc/+");
    kit.send(Wire.connect("kit")).receive();

    assertThat(kit.send(Wire.subscribe(1, 0, "$share/grp/abc/+")).receive()).isEqualTo("closed");
  }

  @Test
  void what_may_not_be_received_is_not_delivered_and_takes_no_place_in_the_window() {
    deny(Action.RECEIVE, "abc/secret");
    kit.send(Wire.connect("kit")).receive();
    kit.send(Wire.subscribe(1, 1, "abc/+")).receive();

    try (RawClient other = RawClient.open(door)) {
      other.send(Wire.connect("other")).receive();
      for (int id = 1; id <= 150; id++) {
        assertThat(other.send(Wire.publish("abc/secret", 1, id, "X")).receive()).startsWith("4002");
      }
      other.send(Wire.publish("abc/bulb", 1, 151, "Y")).receive();
    }

    assertThat(kit.receive()).startsWith("320d00086162632f62756c62").endsWith("59");
    assertThat(recorder.packets())
        .filteredOn(p -> p.toString().startsWith("#1 < kit PUBLISH"))
        .hasSize(1);
  }

  @Test
  void certificate_that_is_made_inactive_closes_its_connections() {
    kit.send(Wire.connect("kit")).receive();

    principals.standing(Principals.Standing.INACTIVE);

    assertThat(kit.receive()).isEqualTo("closed");
    assertThat(endOf("kit"))
        .isEqualTo(
            "AUTH_ERROR refused certificate " + Clouds.DEVICE.principal() + " is not active");
  }

  @Test
  void policy_that_no_longer_lets_a_client_connect_closes_its_connection() {
    kit.send(connect5("kit")).receive();

    deny(Action.CONNECT, "kit");

    assertThat(kit.receive()).isEqualTo("e0028700");
    assertThat(endOf("kit"))
        .isEqualTo("AUTH_ERROR refused a CONNECT of \"kit\": no policy allows iot:Connect");
  }

  @Test
  void policy_that_no_longer_lets_a_client_publish_counts_from_the_next_message() {
    kit.send(Wire.connect("kit")).receive();
    assertThat(kit.send(Wire.publish("abc/bulb", 1, 5, "X")).receive()).isEqualTo("40020005");

    deny(Action.PUBLISH, "abc/bulb");

    assertThat(kit.send(Wire.publish("abc/bulb", 1, 6, "X")).receive()).isEqualTo("closed");
  }

  @Test
  void policy_that_no_longer_lets_a_client_receive_counts_from_the_next_message() {
    kit.send(Wire.connect("kit")).receive();
    kit.send(Wire.subscribe(1, 0, "abc/bulb")).receive();
    kit.send(Wire.publish("abc/bulb", 0, 0, "X"));
    assertThat(kit.receive()).startsWith("30");

    deny(Action.RECEIVE, "abc/bulb");

    kit.send(Wire.publish("abc/bulb", 1, 6, "Y"));
    assertThat(kit.receive()).isEqualTo("40020006");
    assertThat(kit.send(Wire.hex(PING)).receive()).isEqualTo(PONG);
  }

  private void deny(Action denied, String topic) {
    principals.rule((principal, guest, action, name) -> action != denied || !name.equals(topic));
  }

  private static byte[] connect5(String clientId) {
    return Wire.connect5(clientId, 2, Wire.bytes(), Wire.bytes());
  }

  private String endOf(String clientId) {
    Disconnect end = recorder.awaitEnd(clientId);
    assertThat(end.cause()).isNotEqualTo(Cause.SERVER_ERROR);
    return end.cause() + " " + end.reason();
  }
}
