package io.kitproof.boards.power;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualHub;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver of uhubctl against the twin of hub and program. */
final class HubTwinTest {
  private final Net supply = new Net("supply", true);
  private final VirtualHub twin;

  HubTwinTest(@TempDir Path dir) {
    twin = VirtualHub.plug("mains", dir.resolve("mains"), 4);
    twin.wireContact(1, supply);
  }

  @AfterEach
  void close() {
    twin.close();
  }

  private PowerSwitch hub() {
    return PowerSwitch.uhubctl("mains", twin.port().toString(), VirtualHub.LOCATION);
  }

  private static RelayBoard open(PowerSwitch power) {
    BitSet second = new BitSet();
    second.set(1);
    return power.relays("mains", 4, second, (board, what) -> {});
  }

  @Test
  void a_supply_is_cut_and_given_and_each_is_verified() {
    try (PowerSwitch power = hub()) {
      RelayBoard board = open(power);

      boolean cut = board.close(1).verified();
      boolean dark = !supply.high();

      assertThat(cut).isTrue();
      assertThat(dark).isTrue();
      assertThat(board.open(1).verified()).isTrue();
      assertThat(supply.high()).isTrue();
    }
  }

  @Test
  void a_supply_is_given_at_the_end() {
    try (PowerSwitch power = hub()) {
      assertThat(open(power).close(1).verified()).isTrue();
    }

    assertThat(supply.high()).isTrue();
  }

  @Test
  void a_slow_hub_is_waited_for_and_a_stuck_port_is_said() {
    try (PowerSwitch power = hub()) {
      RelayBoard board = open(power);
      twin.misbehave(Faults.none().withDelay(ofMillis(200)));
      assertThat(board.closed(1)).contains(false);
      twin.misbehave(Faults.none().withStuck(1, false));

      assertThatThrownBy(() -> board.close(1))
          .hasMessage(RigException.stuck("mains", "hub 1-1", 1, true).getMessage());
    }
  }

  @Test
  void a_hub_that_was_unplugged_is_said() {
    try (PowerSwitch power = hub()) {
      RelayBoard board = open(power);

      twin.unplug();

      assertThatThrownBy(() -> board.close(1))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              mains declined "%s -l 1-1 -p 2 -a off": it ended with 1, saying "No compatible devices detected at location 1-1!".
                port: hub 1-1
                next: plug the hub in, or correct "hub" of mains; uhubctl without arguments lists those that can switch"""
                  .formatted(twin.port()));
      twin.replug();
    }
  }
}
