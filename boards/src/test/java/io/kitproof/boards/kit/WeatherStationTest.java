package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.StubBroker.CONNECT;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static io.kitproof.boards.kit.StubBroker.SUBSCRIBE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weather station of the class of 2019 (kits.md 1.4). */
@Execution(ExecutionMode.CONCURRENT)
class WeatherStationTest {
  private static final String UPDATE = "$aws/things/ww101_00/shadow/update";
  private static final String SUBSCRIBED =
      "[Application/AWS] Subscribing to $aws/things/+/shadow/update/documents..."
          + "Subscribe Success\r\n"
          + "[Application/AWS] Subscribing to $aws/things/+/shadow/get/accepted..."
          + "Subscribe Success\r\n";
  private static final String GRANTED = "[AWS/MQTT] Event received 4\r\n";
  private static final String PUBLISHED =
      "[Application/AWS] Publishing...Publish Success\r\n[AWS/MQTT] Event received 3\r\n";
  private static final String PROMPT =
      "\r\n******************************************\r\n"
          + "Enter '?' for a list of available commands\r\n"
          + "******************************************\r\n";
  private static final String WEATHER =
      "{\"state\" : {\"reported\" : {\"temperature\":22.5,\"humidity\":45.0,\"light\":320}}}";
  private static final String IP =
      "{\"state\" : {\"reported\" : {\"IPAddress\":\"192.168.1.57\"} } }";

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;

  WeatherStationTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
    this.kit = rig.plug(rig.image(App.WEATHER_STATION, Profile.CLASS2019));
    this.console = rig.console(kit);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void ready() throws InterruptedException {
    kit.powerOn();
    console.await(PROMPT);
    rig.broker.await(41, PUBLISH);
  }

  /** What it reports of itself, but for the weather that it reports by the clock. */
  private List<String> reports() {
    return rig.broker.packets(PUBLISH).stream()
        .filter(p -> p.topic().equals(UPDATE))
        .map(Packet::payload)
        .filter(payload -> !payload.equals(WEATHER))
        .toList();
  }

  private void awaitReport(String payload) throws InterruptedException {
    rig.broker.await(1, p -> p.type() == PUBLISH && p.payload().equals(payload));
  }

  private void hear(int number, String topic, String json) throws Exception {
    String whole = String.format(Locale.ROOT, "$aws/things/ww101_%02d/shadow/", number) + topic;
    rig.broker.connection().send(StubBroker.publish(whole, json.getBytes(UTF_8)));
  }

  private static void push(VirtualKit kit, String button) {
    kit.button(button).set(false);
  }

  @Test
  void it_prints_its_whole_transcript() throws Exception {
    ready();

    console.await(PUBLISHED, 41);
    console.await(GRANTED, 2);
    String text = console.text();
    String start = text.substring(text.indexOf("IPv4 network"));
    assertThat(start.replace(GRANTED, "").replace(PROMPT, ""))
        .startsWith(
            "IPv4 network ready IP: 192.168.1.57\r\n"
                + "[Application/AWS] Opening connection...\r\n"
                + "[AWS] AWS endpoint: data.iot.us-east-1.amazonaws.com is at 52.6.1.2\r\n"
                + "[AWS/MQTT] Event received 1\r\n"
                + "[Application/AWS] Waiting For Connection\r\r\n"
                + SUBSCRIBED
                + PUBLISHED.repeat(41));
  }

  @Test
  void it_subscribes_asks_for_forty_things_and_says_where_it_is_all_at_qos_0() throws Exception {
    ready();

    assertThat(rig.broker.packets(CONNECT))
        .singleElement()
        .satisfies(p -> assertThat(p.clientId()).isEqualTo("ww101_00"));
    assertThat(rig.broker.packets(SUBSCRIBE))
        .extracting(p -> new String(p.body(), 4, p.number(2), US_ASCII))
        .containsExactly(
            "$aws/things/+/shadow/update/documents", "$aws/things/+/shadow/get/accepted");
    assertThat(rig.broker.packets(SUBSCRIBE))
        .allSatisfy(p -> assertThat(p.body()[p.body().length - 1]).isZero());
    List<Packet> first = rig.broker.packets(PUBLISH).subList(0, 41);
    assertThat(first).allSatisfy(p -> assertThat(p.flags()).isZero());
    assertThat(first.subList(0, 40))
        .extracting(p -> p.topic() + " " + p.payload())
        .containsExactlyElementsOf(
            IntStream.range(0, 40)
                .mapToObj(n -> "$aws/things/ww101_%02d/shadow/get {}".formatted(n))
                .toList());
    assertThat(first.get(40).topic()).isEqualTo(UPDATE);
    assertThat(first.get(40).payload()).isEqualTo(IP);
  }

  @Test
  void the_weather_is_reported_every_30_s_and_at_a_press_of_mb2() throws Exception {
    ready();
    rig.broker.await(1, p -> p.type() == PUBLISH && p.payload().equals(WEATHER));

    kit.climate(new Climate(-3.26f, 99.95f, 1234.5f));
    String changed =
        "{\"state\" : {\"reported\" : {\"temperature\":-3.3,\"humidity\":99.9,\"light\":1234}}}";
    push(kit, "MB2");
    awaitReport(changed);

    rig.broker.await(2, p -> p.type() == PUBLISH && p.payload().equals(changed));
  }

  @Test
  void mb1_toggles_the_alert_when_it_is_pressed_and_not_when_it_is_released() throws Exception {
    ready();

    push(kit, "MB1");
    awaitReport("{\"state\" : {\"reported\" : {\"weatherAlert\":true} } }");
    kit.button("MB1").set(true);
    push(kit, "MB1");
    awaitReport("{\"state\" : {\"reported\" : {\"weatherAlert\":false} } }");

    assertThat(reports()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t | Temperature: 22.5\\n | \"temperature\":22.5",
        "h | Humidity: 45.0\\t\\n | \"humidity\":45.0",
        "l | Light: 320.0\\t\\n | \"light\":320.0",
        "A | Weather Alert ON\\n | \"weatherAlert\":true",
        "a | Weather Alert OFF\\n | \"weatherAlert\":false"
      })
  void a_key_prints_and_publishes(String key, String line, String member) throws Exception {
    ready();

    console.type(key);

    console.await("\r\n" + line.translateEscapes().replace("\n", "\r\n"));
    awaitReport("{\"state\" : {\"reported\" : {" + member + "} } }");
  }

  @Test
  void the_question_mark_lists_the_keys_and_others_say_nothing() throws Exception {
    ready();

    console.type("zq?");

    console.await(
        "\r\nCommands:\r\n"
            + "\tt - Print temperature and publish\r\n"
            + "\th - Print humidity and publish\r\n"
            + "\tl - Print light value and publish\r\n"
            + "\tA - Publish weather alert ON\r\n"
            + "\ta - Publish weather alert OFF\r\n"
            + "\tP - Turn printing of messages from all things ON\r\n"
            + "\tp - Turn printing of messages from all things OFF\r\n"
            + "\tx - Print the current known state of the data from all things\r\n"
            + "\tc - Clear the terminal and set the cursor to the upper left corner\r\n"
            + "\t? - Print the list of commands\r\n");
  }

  @Test
  void c_clears_the_terminal_at_once() throws Exception {
    ready();

    console.type("c");

    console.await("\u001b[2J\u001b[H");
  }

  @Test
  void what_was_typed_before_it_listens_is_done_then() throws Exception {
    kit.powerOn();
    console.await("Subscribe Success");

    console.type("t");

    console.await("Temperature: 22.5\r\n");
    assertThat(console.text().indexOf(PROMPT)).isPositive();
    assertThat(console.text().indexOf("Temperature")).isGreaterThan(console.text().indexOf(PROMPT));
  }

  @Test
  void x_prints_what_it_knows_of_all_things() throws Exception {
    ready();
    hear(
        7,
        "get/accepted",
        "{\"state\":{\"desired\":{\"light\":1},\"reported\":{\"IPAddress\":\"10.0.0.7\","
            + "\"weatherAlert\":true,\"temperature\":20.25,\"humidity\":50,\"light\":99999}},"
            + "\"metadata\":{\"reported\":{\"light\":{\"timestamp\":1}}},\"version\":3}");
    console.await("[AWS/MQTT] Event received 6\r\n");

    console.type("x");
    console.await("Thing: ww101_39 ");
    console.await("Light:     0 \r\n", 38);

    String text = console.text();
    List<String> table = text.substring(text.indexOf("Thing: ww101_00")).lines().limit(40).toList();
    assertThat(table.get(0))
        .isEqualTo(
            "Thing: ww101_00   IP:    192.168.1.57   Alert: 0   Temperature: 22.5"
                + "   Humidity: 45.0   Light:   320 ");
    assertThat(table.get(7))
        .isEqualTo(
            "Thing: ww101_07   IP:        10.0.0.7   Alert: 1   Temperature: 20.2"
                + "   Humidity: 50.0   Light: 99999 ");
    assertThat(table.get(39))
        .isEqualTo(
            "Thing: ww101_39   IP:         0.0.0.0   Alert: 0   Temperature:  0.0"
                + "   Humidity:  0.0   Light:     0 ");
  }

  @Test
  void updates_of_others_are_printed_while_that_is_on() throws Exception {
    ready();
    String line = "Thing: ww101_12   IP:         0.0.0.0   Alert: 0   Temperature: ";
    hear(12, "update/documents", document("\"temperature\":1"));
    console.await("Event received 6", 1);
    console.type("P");
    console.await("Thing Updates ON\r\n");

    hear(12, "update/documents", document("\"temperature\":2"));
    console.await("Event received 6\r\n" + line + " 2.0   Humidity:  0.0   Light:     0 \r\n");
    hear(12, "get/accepted", "{\"state\":{\"reported\":{\"temperature\":3}}}");
    hear(0, "update/documents", document("\"temperature\":4"));
    hear(40, "update/documents", document("\"temperature\":5"));
    hear(12, "update/documents", "no json");
    console.await("Event received 6", 6);
    console.type("p");
    console.await("Thing Updates OFF\r\n");
    hear(12, "update/documents", document("\"temperature\":6"));
    console.await("Event received 6", 7);

    assertThat(console.text()).containsOnlyOnce("Thing: ww101_");
  }

  private static String document(String members) {
    return "{\"previous\":null,\"current\":{\"state\":{\"reported\":{" + members + "}}}}";
  }

  @Test
  void a_lost_broker_is_connected_to_again_and_the_subscriptions_are_made_again() throws Exception {
    ready();

    rig.broker.goDown();
    console.await(
        "[AWS/MQTT] Event received 2\r\n"
            + "[Application/AWS] Reconnecting\r\nNumber of re-connects: 1\r\n"
            + "[AWS] AWS endpoint: data.iot.us-east-1.amazonaws.com is at 52.6.1.2\r\n"
            + "[Application/AWS] Connect Failed\r\r\n"
            + "[Application/AWS] Reconnecting\r\nNumber of re-connects: 2\r\n");
    rig.broker.comeBack();
    console.await(SUBSCRIBED, 2);
    console.type("A");

    awaitReport("{\"state\" : {\"reported\" : {\"weatherAlert\":true} } }");
    assertThat(rig.broker.packets(SUBSCRIBE)).hasSize(4);
    assertThat(console.text()).containsOnlyOnce(PROMPT);
  }

  @Test
  void what_comes_up_without_a_connection_is_not_published_later() throws Exception {
    ready();
    rig.broker.goDown();
    console.await("[Application/AWS] Reconnecting");

    String before = console.text();
    push(kit, "MB1");
    rig.pass(Duration.ofSeconds(1));
    rig.broker.comeBack();
    console.await(SUBSCRIBED, 2);
    assertThat(console.text().substring(before.length())).doesNotContain("Publishing");
    console.type("t");
    awaitReport("{\"state\" : {\"reported\" : {\"temperature\":22.5} } }");

    assertThat(reports()).noneMatch(report -> report.contains("weatherAlert"));
  }

  @Test
  void a_station_of_another_number_is_that_thing() throws Exception {
    kit.program(rig.image(App.WEATHER_STATION, Profile.CLASS2019).withClientId("ww101_17"));
    kit.powerOn();

    rig.broker.await(
        1,
        p ->
            p.type() == PUBLISH
                && p.topic().equals("$aws/things/ww101_17/shadow/update")
                && p.payload().equals(IP));

    assertThat(rig.broker.packets(CONNECT).get(0).clientId()).isEqualTo("ww101_17");
  }

  @Test
  void a_dummy_key_ends_it() throws Exception {
    kit.program(
        rig.image(App.WEATHER_STATION, Profile.CLASS2019)
            .withResources(rig.authority.rootPem(), new byte[39], rig.authority.rootPem()));
    kit.powerOn();

    console.await(
        "\r\n[Application/AWS] Invalid Device Private-Key!\r\n\r\n"
            + "[Application/AWS] Error fetching credentials from resources\r\n");
  }
}
