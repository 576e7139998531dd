package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake shows as kits.md section 5 says; those that concern the LED are in BulbTest. */
class MistakeTest {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String GIVEN_UP =
      "[MQTT] Opening connection...Failed\r\n[MQTT] Deinit connection...\r\n";
  private static final String PUBLISHED = "[MQTT] Publishing... Success\r\n";

  private final KitRig rig;

  MistakeTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  /** Starts it, gives it time to get this far. */
  @CanIgnoreReturnValue
  private KitConsole start(VirtualKit kit, String until) throws InterruptedException {
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await(until);
    return console;
  }

  private VirtualKit publisher(Mistake mistake) {
    return rig.plug(rig.image(App.PUBLISHER, mistake));
  }

  /** What two presses send. */
  private List<Packet> twoPresses(Mistake mistake) throws InterruptedException {
    VirtualKit kit = publisher(mistake);
    KitConsole console = start(kit, READY);
    for (int i = 1; i <= 2; i++) {
      KitRig.press(kit);
      console.await(PUBLISHED, i);
    }
    return rig.broker.await(2, PUBLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_TOPIC, WICED_BULB, LIGHT OFF, LIGHT ON, 2",
    "WRONG_PAYLOAD, abc/bulb, Light Off, Light On, 2",
    "SWAPPED_PAYLOAD, abc/bulb, LIGHT ON, LIGHT OFF, 2",
    "SIZEOF_MSG, abc/bulb, LIGH, LIGH, 2",
    "ON_FIRST, abc/bulb, LIGHT ON, LIGHT OFF, 2",
    "NO_TOGGLE, abc/bulb, LIGHT OFF, LIGHT OFF, 2",
    "QOS_0, abc/bulb, LIGHT OFF, LIGHT ON, 0",
    "RETAINED_PUBLISH, abc/bulb, LIGHT OFF, LIGHT ON, 3",
  })
  void publisher_sends_something_else(
      Mistake mistake, String topic, String first, String second, int flags) throws Exception {
    List<Packet> packets = twoPresses(mistake);

    assertThat(packets).extracting(Packet::topic).containsOnly(topic);
    assertThat(packets).extracting(Packet::payload).startsWith(first).endsWith(second);
    assertThat(packets).extracting(Packet::flags).containsOnly(flags);
  }

  @Test
  void the_sdks_topic_is_wrong_in_small_letters_where_it_is_the_right_one() {
    FirmwareImage image =
        FirmwareImage.of(App.SUBSCRIBER).withMistakes(List.of(Mistake.WRONG_TOPIC));

    assertThat(Build.of(image).mqtt().topic()).isEqualTo("wiced_bulb");
  }

  @Test
  void no_release_publishes_when_the_button_goes_down() throws Exception {
    VirtualKit kit = publisher(Mistake.NO_RELEASE);
    KitConsole console = start(kit, READY);

    kit.button("MB1").set(false);
    console.await(PUBLISHED);
    rig.broker.await(1, StubBroker.PINGREQ);
    kit.button("MB1").set(true);
    rig.broker.await(2, StubBroker.PINGREQ);

    assertThat(console.text()).endsWith(READY + PUBLISHED);
  }

  @Test
  void both_edges_make_two_alternating_messages_of_a_long_press() throws Exception {
    VirtualKit kit = publisher(Mistake.BOTH_EDGES);
    KitConsole console = start(kit, READY);

    kit.button("MB1").set(false);
    console.await(PUBLISHED);
    kit.button("MB1").set(true);
    console.await(PUBLISHED, 2);

    assertThat(rig.broker.packets(PUBLISH))
        .extracting(Packet::payload)
        .startsWith("LIGHT OFF")
        .endsWith("LIGHT ON");
  }

  @Test
  void stuck_in_progress_publishes_once() throws Exception {
    VirtualKit kit = publisher(Mistake.STUCK_IN_PROGRESS);
    KitConsole console = start(kit, READY);

    KitRig.press(kit);
    console.await(PUBLISHED);
    KitRig.press(kit);
    rig.broker.await(2, StubBroker.PINGREQ);

    assertThat(console.text()).endsWith(READY + PUBLISHED);
  }

  @Test
  void wrong_button_hears_the_base_board_only() throws Exception {
    VirtualKit kit = publisher(Mistake.WRONG_BUTTON);
    KitConsole console = start(kit, READY);

    KitRig.press(kit);
    rig.broker.await(1, StubBroker.PINGREQ);
    assertThat(rig.broker.packets(PUBLISH)).isEmpty();

    kit.button("USER1").set(false);
    kit.button("USER1").set(true);
    console.await(PUBLISHED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mistake.class,
      names = {"WRONG_PEER_CN", "SWAPPED_CREDENTIALS"})
  void some_get_no_connection(Mistake mistake) throws Exception {
    start(publisher(mistake), GIVEN_UP);

    assertThat(rig.broker.packets()).isEmpty();
    assertThat(rig.broker.refusals()).isNotEmpty();
  }

  @Test
  void wrong_peer_cn_is_an_alert_from_the_kit() throws Exception {
    start(publisher(Mistake.WRONG_PEER_CN), GIVEN_UP);

    assertThat(rig.broker.refusals()).contains("Received fatal alert: certificate_unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "DUMMY_CERTIFICATE, 'Not a valid Certificate! '",
    "DUMMY_KEY, 'Not a valid Private Key! '",
    "BROKER_TYPO, Error in resolving DNS",
    "WRONG_PASSPHRASE, Not able to join the requested AP",
  })
  void some_say_so_before_they_connect(Mistake mistake, String text) throws Exception {
    KitConsole console = start(publisher(mistake), text);

    assertThat(console.text()).doesNotContain("[MQTT]");
  }

  @ParameterizedTest
  @CsvSource({"PUBLISHER, wiced_subcriber_aws", "SUBSCRIBER, wiced_publisher_aws"})
  void same_client_id_is_the_other_apps(App app, String clientId) {
    FirmwareImage image = FirmwareImage.of(app).withMistakes(List.of(Mistake.SAME_CLIENT_ID));

    assertThat(Build.of(image).mqtt().clientId()).isEqualTo(clientId);
  }

  @Test
  void no_subscribe_connects_and_that_is_all() throws Exception {
    KitConsole console =
        start(
            rig.plug(rig.image(App.SUBSCRIBER, Mistake.NO_SUBSCRIBE)),
            "[MQTT] Opening connection... Success\r\n");
    rig.broker.await(1, StubBroker.PINGREQ);

    assertThat(rig.broker.packets(SUBSCRIBE)).isEmpty();
    assertThat(console.text()).doesNotContain("Subscribing");
  }

  @Test
  void codes_are_unique_and_find_their_mistake() {
    for (Mistake mistake : Mistake.values()) {
      assertThat(Mistake.of(mistake.code())).isSameAs(mistake);
      assertThat(mistake.number()).isBetween(1, 35);
      assertThat(mistake.text()).isNotBlank();
    }
    assertThat(Arrays.stream(Mistake.values()).map(Mistake::number)).isSorted();
    assertThat(Mistake.of(App.SUBSCRIBER))
        .contains(Mistake.INVERTED_LED, Mistake.WRONG_TOPIC)
        .doesNotContain(Mistake.NO_RELEASE);
  }

  @Test
  void an_unknown_code_lists_the_known_ones() {
    assertThatThrownBy(() -> Mistake.of("wrong-topc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No mistake \"wrong-topc\". Mistakes: wrong-button, wrong-led, inverted-led,"
                + " no-release, both-edges, wrong-topic, wrong-payload, swapped-payload,"
                + " broker-typo, wrong-peer-cn, dummy-certificate, dummy-key,"
                + " swapped-credentials, stuck-in-progress, same-client-id, wrong-passphrase,"
                + " no-subscribe, sizeof-msg, on-first, no-toggle, qos-0, retained-publish,"
                + " stale-compare.");
  }

  @Test
  void a_mistake_of_the_other_app_is_refused() {
    assertThatThrownBy(
            () -> FirmwareImage.of(App.PUBLISHER).withMistakes(List.of(Mistake.INVERTED_LED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The publisher cannot have the mistake \"inverted-led\". Its mistakes: wrong-button,"
                + " no-release, both-edges, wrong-topic, wrong-payload, swapped-payload,"
                + " broker-typo, wrong-peer-cn, dummy-certificate, dummy-key,"
                + " swapped-credentials, stuck-in-progress, same-client-id, wrong-passphrase,"
                + " sizeof-msg, on-first, no-toggle, qos-0, retained-publish.");
  }
}
