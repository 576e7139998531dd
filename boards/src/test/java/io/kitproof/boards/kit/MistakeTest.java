package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each mistake shows as kits.md section 5 says; those of the LED are in BulbTest, those of
 * callbacks and prints in UnfinishedMistakeTest.
 */
class MistakeTest {
  private static final String READY = "[MQTT] Opening connection...Success\r\n";
  private static final String GIVEN_UP =
      "[MQTT] Opening connection...Failed\r\n[MQTT] Deinit connection...\r\n";
  private static final String SUBSCRIBED = "[MQTT] Subscribing...Success...\r\n";

  /** Two pings at least, of whoever pings. */
  private static final Duration LONG = Duration.ofSeconds(12);

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
    "TOPICS_DIFFER, abc/light, LIGHT OFF, LIGHT ON, 2",
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
    rig.broker.await(1, PINGREQ);
    kit.button("MB1").set(true);
    rig.broker.await(2, PINGREQ);

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
    rig.broker.await(2, PINGREQ);

    assertThat(console.text()).endsWith(READY + PUBLISHED);
  }

  @Test
  void wrong_button_hears_the_base_board_only() throws Exception {
    VirtualKit kit = publisher(Mistake.WRONG_BUTTON);
    KitConsole console = start(kit, READY);

    KitRig.press(kit);
    rig.broker.await(1, PINGREQ);
    assertThat(rig.broker.packets(PUBLISH)).isEmpty();

    kit.button("USER1").set(false);
    kit.button("USER1").set(true);
    console.await(PUBLISHED);
  }

  @Test
  void wrong_peer_cn_is_an_alert_from_the_kit() throws Exception {
    start(publisher(Mistake.WRONG_PEER_CN), GIVEN_UP);

    assertThat(rig.broker.packets()).isEmpty();
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
  void duplicate_client_id_is_the_other_apps(App app, String clientId) {
    FirmwareImage image = FirmwareImage.of(app).withMistakes(List.of(Mistake.DUPLICATE_CLIENT_ID));

    assertThat(Build.of(image).mqtt().clientId()).isEqualTo(clientId);
  }

  @Test
  void no_subscribe_connects_and_that_is_all() throws Exception {
    KitConsole console =
        start(
            rig.plug(rig.image(App.SUBSCRIBER, Mistake.NO_SUBSCRIBE)),
            "[MQTT] Opening connection... Success\r\n");
    rig.broker.await(1, PINGREQ);

    assertThat(rig.broker.packets(SUBSCRIBE)).isEmpty();
    assertThat(console.text()).doesNotContain("Subscribing");
  }

  @Test
  void topics_differ_in_a_subscriber_asks_for_the_same_topic_of_its_own() throws Exception {
    start(rig.plug(rig.image(App.SUBSCRIBER, Mistake.TOPICS_DIFFER)), SUBSCRIBED);

    assertThat(rig.broker.packets(SUBSCRIBE).get(0).body()).asString(UTF_8).contains("abc/light");
  }

  @Test
  void a_topic_that_is_the_own_one_already_differs_all_the_same() {
    FirmwareImage image =
        FirmwareImage.of(App.PUBLISHER)
            .withTopic("light")
            .withMistakes(List.of(Mistake.TOPICS_DIFFER));

    assertThat(Build.of(image).mqtt().topic()).isEqualTo("light2");
  }

  @Test
  void advance_on_failure_says_something_else_at_the_next_attempt() throws Exception {
    rig.broker.script(
        (connection, packet) -> {
          if (packet.type() != PUBLISH) {
            connection.answer(packet);
          }
        });
    VirtualKit kit = publisher(Mistake.ADVANCE_ON_FAILURE);
    KitConsole console = start(kit, READY);

    KitRig.press(kit);
    console.await("[MQTT] Publishing... Failed");

    Map<Integer, String> byId = new LinkedHashMap<>();
    rig.broker.packets(PUBLISH).forEach(p -> byId.putIfAbsent(p.id(), p.payload()));
    assertThat(byId.values()).containsExactly("LIGHT OFF", "LIGHT ON", "LIGHT OFF");
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLISHER, KEEP_ALIVE_0, 2, 0",
    "SUBSCRIBER, KEEP_ALIVE_0, 2, 0",
    "PUBLISHER, PERSISTENT_SESSION, 0, 5",
    "SUBSCRIBER, PERSISTENT_SESSION, 0, 5",
  })
  void some_connect_otherwise(App app, Mistake mistake, int flags, int keepAlive) throws Exception {
    rig.plug(rig.image(app, mistake)).powerOn();

    Packet connect = rig.broker.await(1, CONNECT).get(0);
    assertThat(connect.body()[7]).isEqualTo((byte) flags);
    assertThat(connect.number(8)).isEqualTo(keepAlive);
  }

  @Test
  void keep_alive_0_never_pings() throws Exception {
    start(publisher(Mistake.KEEP_ALIVE_0), READY);

    rig.pass(LONG);

    assertThat(rig.broker.packets()).extracting(Packet::type).containsExactly(CONNECT);
  }

  @Test
  void default_ssid_is_the_sdks_whatever_it_should_be() throws Exception {
    KitConsole console =
        start(
            rig.plug(rig.image(App.SHADOW, Mistake.DEFAULT_SSID).withConfigSsid("ABC_AWS")),
            "IP Address  : ");

    assertThat(console.text()).contains("Config SSID : WICED_AWS\r\n");
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
    String all =
        Arrays.stream(Mistake.values()).map(Mistake::code).collect(Collectors.joining(", "));

    assertThat(all).startsWith("wrong-button, wrong-led, handout-macros,");
    assertThatThrownBy(() -> Mistake.of("wrong-topc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No mistake \"wrong-topc\". Mistakes: " + all + ".");
  }

  @Test
  void every_row_of_the_list_has_its_mistake() {
    assertThat(Arrays.stream(Mistake.values()).map(Mistake::number).distinct())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 35).boxed().toList());
  }

  @Test
  void a_mistake_of_the_other_app_is_refused() {
    assertThatThrownBy(
            () -> FirmwareImage.of(App.SHADOW).withMistakes(List.of(Mistake.INVERTED_LED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The shadow cannot have the mistake \"inverted-led\". Its mistakes: handout-macros,"
                + " desired-only, reported-only, stuck-state, default-ssid.");
  }

  @ParameterizedTest
  @CsvSource({"STALE_KEYS, at the desk", "INACTIVE_CERTIFICATE, in the cloud"})
  void a_mistake_that_no_image_makes_is_refused(Mistake mistake, String place) {
    assertThatThrownBy(() -> FirmwareImage.of(App.PUBLISHER).withMistakes(List.of(mistake)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The mistake \"%s\" is made %s, not in an image.".formatted(mistake.code(), place));
  }
}
