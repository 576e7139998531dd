package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static io.kitproof.boards.kit.StubBroker.PINGREQ;
import static io.kitproof.boards.kit.StubBroker.PUBLISH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.StubBroker.Packet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mistakes in a shadow's image send and light (kits.md section 5). */
class ShadowMistakeTest {
  private static final String TOPIC = "$aws/things/abc_thing/shadow/update";
  private static final String READY = "Subscribe SUCCEEDED for topic [" + TOPIC + "/delta]\r\n";
  private static final String PUBLISHED = "Publish SUCCEEDED for topic [" + TOPIC + "]\r\n";
  private static final String PRESSED = "Button is pressed\r\n";

  private final KitRig rig;

  ShadowMistakeTest(@TempDir Path dir) {
    this.rig = new KitRig(dir, KitRig.WITH_TIME_TO_ANSWER);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private KitConsole start(VirtualKit kit) throws InterruptedException {
    KitConsole console = rig.console(kit);
    kit.powerOn();
    console.await(READY);
    return console;
  }

  /** One a packet id: a ping at the wrong moment makes a second copy of any message. */
  private List<String> payloads() {
    Map<Integer, String> byId = new LinkedHashMap<>();
    rig.broker.packets(PUBLISH).forEach(p -> byId.put(p.id(), p.payload().replace("\0", "")));
    return List.copyOf(byId.values());
  }

  @ParameterizedTest
  @CsvSource({
    "DESIRED_ONLY, '{ \"state\": {\"desired\": { \"status\": \"ON\" } } }'",
    "REPORTED_ONLY, '{ \"state\": {\"reported\": { \"status\": \"ON\" } } }'",
  })
  void some_publish_half_of_the_document(Mistake mistake, String payload) throws Exception {
    VirtualKit kit = rig.shadow("abc_thing", mistake);
    KitConsole console = start(kit);

    press(kit);
    console.await(PUBLISHED, 2);

    assertThat(payloads())
        .containsExactly("{ \"state\": {\"reported\": { \"status\": \"OFF\" } } }", payload);
    assertThat(rig.broker.packets(PUBLISH)).extracting(Packet::topic).containsOnly(TOPIC);
  }

  @Test
  void stuck_state_says_on_at_each_press_and_stays_lit() throws Exception {
    VirtualKit kit = rig.shadow("abc_thing", Mistake.STUCK_STATE);
    KitConsole console = start(kit);

    press(kit);
    console.await(PUBLISHED, 2);
    press(kit);
    console.await(PUBLISHED, 3);

    assertThat(payloads().subList(1, 3)).allSatisfy(p -> assertThat(p).doesNotContain("OFF"));
    assertThat(kit.led("LED1").high()).isTrue();
  }

  @Test
  void stuck_state_takes_itself_for_off_when_a_delta_comes() throws Exception {
    VirtualKit kit = rig.shadow("abc_thing", Mistake.STUCK_STATE);
    KitConsole console = start(kit);
    press(kit);
    console.await(PUBLISHED, 2);

    byte[] off = "{\"state\":{\"status\":\"OFF\"}}".getBytes(UTF_8);
    rig.broker.connection().send(StubBroker.publish(TOPIC + "/delta", off));

    console.await("Requested LED State[OFF] Current LED State [OFF]\r\n");
    assertThat(kit.led("LED1").high()).isTrue();
  }

  @Test
  void handout_macros_blinks_on_the_shield_and_shows_its_state_on_the_base_board()
      throws Exception {
    VirtualKit kit = rig.shadow("abc_thing", Mistake.HANDOUT_MACROS);
    List<Boolean> blinks = new CopyOnWriteArrayList<>();
    kit.led("LED2").onEdge((high, nanos) -> blinks.add(high));
    KitConsole console = start(kit);
    assertThat(blinks).hasSize(50);

    press(kit);
    rig.broker.await(rig.broker.packets(PINGREQ).size() + 1, PINGREQ);
    assertThat(console.text()).doesNotContain(PRESSED);

    kit.button("USER1").set(false);
    kit.button("USER1").set(true);
    console.await(PUBLISHED, 2);
    assertThat(kit.led("BASE1").high()).isTrue();
    assertThat(kit.led("LED1").high()).isFalse();
  }

  @Test
  void handout_macros_still_clears_by_the_shields_button() throws Exception {
    VirtualKit kit = rig.shadow("abc_thing", Mistake.HANDOUT_MACROS);
    KitConsole console = rig.console(kit);

    kit.button("MB1").set(false);
    kit.powerOn();

    console.await("DCT clearing start\r\n");
    assertThat(kit.led("LED1").high()).isTrue();
    console.await("DCT clearing end\r\n");
  }
}
