package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.KitRig.press;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The six seconds before the shadow does anything else (kits.md 1.3). */
class ShadowStartTest {
  private static final String BOX_END = "IP Address  : 192.168.0.1\r\n";
  private static final List<Double> BLINK = List.of(0.1, 0.1);
  private static final List<Double> ALL_BLINKS = Collections.nCopies(50, 0.1);

  private final KitRig rig;
  private final VirtualKit kit;
  private final KitConsole console;
  private final List<String> edges = new CopyOnWriteArrayList<>();

  ShadowStartTest(@TempDir Path dir) {
    this.rig = new KitRig(dir);
    this.kit = rig.shadow("abc_thing");
    this.console = rig.console(kit);
    kit.led("LED1").onEdge((high, nanos) -> edges.add("LED1 " + high));
    kit.led("LED2").onEdge((high, nanos) -> edges.add("LED2 " + high));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private static List<Double> waits(double first, List<Double> then, double... last) {
    List<Double> all = new CopyOnWriteArrayList<>(List.of(0.1, 0.2, first));
    all.addAll(then);
    for (double wait : last) {
      all.add(wait);
    }
    return all;
  }

  @Test
  void led2_blinks_25_times_after_one_second() throws Exception {
    kit.powerOn();
    console.await("Successfully joined");

    assertThat(rig.waits()).startsWith(waits(1.0, ALL_BLINKS, 1.2).toArray(Double[]::new));
    assertThat(edges).hasSize(50).startsWith("LED2 true", "LED2 false").doesNotContain("LED1 true");
  }

  @Test
  void a_button_held_for_5_s_clears_name_and_flag_only() throws Exception {
    kit.button("MB1").set(false);
    kit.powerOn();
    console.await(BOX_END);

    assertThat(rig.waits()).isEqualTo(waits(1.0, BLINK, 5.0, 1.0));
    assertThat(edges).containsExactly("LED2 true", "LED2 false", "LED1 true", "LED1 false");
    assertThat(console.text())
        .contains(
            "clear DCT configuration)\r\nDCT clearing start\r\nDCT clearing end\r\nIPv4 network");
    assertThat(kit.dct().configured()).isFalse();
    assertThat(kit.dct().thing()).isEqualTo("lightbulb");
    assertThat(kit.dct().certificate()).isNotEmpty();
  }

  @Test
  void led1_is_lit_while_it_clears() throws Exception {
    List<Boolean> configured = new CopyOnWriteArrayList<>();
    kit.led("LED1").onEdge((high, nanos) -> configured.add(kit.dct().configured()));
    kit.button("MB1").set(false);

    kit.powerOn();
    console.await(BOX_END);

    assertThat(configured).containsExactly(true, false);
  }

  @Test
  void a_button_released_within_5_s_only_costs_the_time() throws Exception {
    rig.after(Duration.ofSeconds(5), () -> kit.button("MB1").set(true));
    kit.button("MB1").set(false);

    kit.powerOn();
    console.await("Successfully joined");

    List<Double> rest = ALL_BLINKS.subList(2, 50);
    assertThat(rig.waits().subList(0, 6)).isEqualTo(waits(1.0, BLINK, 5.0));
    assertThat(rig.waits().subList(6, 54)).isEqualTo(rest);
    assertThat(console.text()).doesNotContain("clearing");
    assertThat(kit.dct().configured()).isTrue();
  }

  @Test
  void other_buttons_clear_nothing() throws Exception {
    kit.button("MB2").set(false);

    kit.powerOn();
    console.await("Successfully joined");

    assertThat(kit.dct().configured()).isTrue();
  }

  @Test
  void presses_while_it_blinks_are_lost() throws Exception {
    kit.led("LED2").onEdge((high, nanos) -> press(kit));

    kit.powerOn();
    console.await("Subscribe SUCCEEDED");

    assertThat(console.text()).doesNotContain("Button is pressed");
    assertThat(kit.led("LED1").high()).isFalse();
  }
}
