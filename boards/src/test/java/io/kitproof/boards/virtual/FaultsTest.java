package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
  private final BoardRig rig;

  FaultsTest(@TempDir Path dir) {
    rig = new BoardRig(VirtualBoard.numato("board", dir.resolve("board"), 8, 1), 9600);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_silent_board_does_and_says_nothing_until_it_is_well_again() {
    rig.board.misbehave(Faults.none().withSilence());
    rig.host.write("relay on 0\r");
    assertThat(rig.rest()).isEmpty();
    assertThat(rig.board.closed(0)).isFalse();

    rig.board.misbehave(Faults.none());

    assertThat(rig.ask("ver\r", 16)).isEqualTo("ver\n\r00000008\n\r>");
  }

  @Test
  void a_slow_board_acts_at_once_and_answers_late_and_in_order() throws InterruptedException {
    rig.board.misbehave(Faults.none().withDelay(Duration.ofMillis(300)));
    BoardRig.Edges contact = rig.contact(0);
    long start = System.nanoTime();

    rig.host.write("relay on 0\r");
    rig.host.write("ver\r");

    assertThat(contact.next()).isEqualTo("low");
    Duration moved = Duration.ofNanos(System.nanoTime() - start);
    assertThat(rig.host.readText(29)).isEqualTo("relay on 0\n\r>ver\n\r00000008\n\r>");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300))
        .isGreaterThan(moved);
  }

  @Test
  void a_blind_board_moves_its_contacts_and_says_nothing_of_its_inputs() {
    rig.input(2).set(true);
    rig.board.misbehave(Faults.none().withBlindness());

    assertThat(rig.ask("adc read 2\r", 13)).isEqualTo("adc read 2\n\r>");
    assertThat(rig.ask("gpio read 2\r", 14)).isEqualTo("gpio read 2\n\r>");
    assertThat(rig.ask("gpio readall\r", 15)).isEqualTo("gpio readall\n\r>");
    assertThat(rig.ask("relay on 0\r", 13)).isEqualTo("relay on 0\n\r>");
    assertThat(rig.board.closed(0)).isTrue();

    rig.board.misbehave(Faults.none());
    assertThat(rig.ask("gpio read 2\r", 17)).isEqualTo("gpio read 2\n\r1\n\r>");
  }

  @Test
  void garbled_replies_have_their_length_and_are_the_same_for_a_seed() {
    rig.board.misbehave(Faults.none().withGarble(7));
    String first = rig.ask("ver\r", 16);
    String second = rig.ask("ver\r", 16);

    rig.board.misbehave(Faults.none().withGarble(7));

    assertThat(first).isNotEqualTo("ver\n\r00000008\n\r>").isNotEqualTo(second);
    assertThat(rig.ask("ver\r", 16)).isEqualTo(first);
    assertThat(rig.ask("ver\r", 16)).isEqualTo(second);
  }

  @Test
  void a_stuck_contact_stays_and_is_read_back_as_it_stands() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    rig.board.misbehave(Faults.none().withStuck(0, true).withStuck(1, false));
    assertThat(contact.next()).isEqualTo("low");

    assertThat(rig.ask("relay off 0\r", 14)).isEqualTo("relay off 0\n\r>");
    assertThat(rig.ask("relay on 1\r", 13)).isEqualTo("relay on 1\n\r>");

    assertThat(rig.board.closed(0)).isTrue();
    assertThat(rig.ask("relay readall\r", 20)).isEqualTo("relay readall\n\r01\n\r>");
    rig.board.misbehave(Faults.none());
    assertThat(contact.next()).isEqualTo("high");
    assertThat(rig.board.closed(1)).isTrue();
  }

  @Test
  void a_bouncing_contact_makes_extra_edges_on_its_net() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    rig.board.misbehave(Faults.none().withBounce(2, Duration.ofMillis(3), 1));

    assertThat(rig.ask("relay on 0\r", 13)).isEqualTo("relay on 0\n\r>");

    assertThat(List.of(contact.next(), contact.next(), contact.next()))
        .containsExactly("low", "high", "low");
    assertThat(rig.board.closed(0)).isTrue();
  }

  @Test
  void a_contact_with_an_operate_delay_moves_after_the_reply() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    rig.board.misbehave(Faults.none().withOperateDelay(Duration.ofMillis(100)));
    long start = System.nanoTime();

    assertThat(rig.ask("relay on 0\r", 13)).isEqualTo("relay on 0\n\r>");
    assertThat(contact.next()).isEqualTo("low");

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> Faults.none().withBounce(1, Duration.ZERO, 1))
        .hasMessage("A contact that bounces makes at least 2 extra edges, not 1.");
    assertThatThrownBy(() -> Faults.none().withDelay(Duration.ofMillis(-1)))
        .hasMessage("The delay of a virtual board cannot be PT-0.001S.");
    assertThatThrownBy(() -> rig.board.closed(8))
        .hasMessage("No channel 8: this board has 0 to 7.");
    assertThatThrownBy(() -> rig.board.wireInput(8, new Net("x", false)))
        .hasMessage("No input 8: this board has 0 to 7.");
  }

  @Test
  void closing_a_board_lets_go_and_twice_is_fine() throws InterruptedException {
    BoardRig.Edges contact = rig.contact(0);
    assertThat(rig.ask("relay on 0\r", 13)).isEqualTo("relay on 0\n\r>");
    assertThat(contact.next()).isEqualTo("low");

    rig.board.close();
    rig.board.close();

    assertThat(contact.next()).isEqualTo("high");
  }
}
