package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.hid.HidChannel;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualHidRelay;
import io.kitproof.boards.wire.HidRelayReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HidRelayTest {
  private static final Path PORT = Path.of("/dev/hidraw7");

  private final VirtualHidRelay twin = VirtualHidRelay.plug("presses", PORT, 2);

  @AfterEach
  void close() {
    twin.close();
  }

  private BoardPort port() {
    return BoardPort.hidRelay("presses", PORT, twin.open());
  }

  /** Keeps what goes to the twin, under whatever name. */
  private record Tapped(HidChannel channel, String product, List<String> sent)
      implements HidChannel {

    @Override
    public void send(byte[] report) throws IOException {
      sent.add(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(report));
      channel.send(report);
    }

    @Override
    public byte[] get(int length) throws IOException {
      return channel.get(length);
    }

    @Override
    public void close() {
      channel.close();
    }
  }

  @Test
  void a_contact_moves_is_read_back_and_all_are_open_in_the_end() {
    Net button = new Net("MB1", true);
    twin.wireContact(1, button);
    List<String> sent = new ArrayList<>();
    try (BoardPort port =
        BoardPort.hidRelay("presses", PORT, new Tapped(twin.open(), "USBRelay2", sent))) {
      RelayBoard board = port.relays("presses", 2, new Moves());

      assertThat(board.close(1).verified()).isTrue();
      assertThat(button.high()).isFalse();
      assertThat(board.closed(0)).contains(false);
      assertThat(board.pulse(1, ofMillis(60)).hold()).isGreaterThanOrEqualTo(ofMillis(60));
      board.close(0);
    }

    assertThat(twin.closed(0) || twin.closed(1)).isFalse();
    assertThat(sent)
        .containsExactly(
            "FD 01 00 00 00 00 00 00",
            "FD 02 00 00 00 00 00 00",
            "FF 02 00 00 00 00 00 00",
            "FF 02 00 00 00 00 00 00",
            "FD 02 00 00 00 00 00 00",
            "FF 01 00 00 00 00 00 00",
            "FD 01 00 00 00 00 00 00",
            "FD 02 00 00 00 00 00 00");
  }

  @Test
  void a_stuck_contact_and_a_board_that_is_gone_are_said() {
    try (BoardPort port = port()) {
      RelayBoard board = port.relays("presses", 2, new Moves());
      twin.misbehave(Faults.none().withStuck(1, false));
      assertThatThrownBy(() -> board.close(1))
          .hasMessage(RigException.stuck("presses", PORT, 1, true).getMessage());

      twin.misbehave(Faults.none().withSilence());
      assertThatThrownBy(() -> board.close(1))
          .isInstanceOf(RigException.class)
          .hasMessage(
              RigException.unplugged("presses", PORT, "\"close 1 FF 02 00 00 00 00 00 00\"")
                  .getMessage());
      twin.misbehave(Faults.none());
    }
  }

  @Test
  void another_gadget_and_another_number_of_contacts_are_said() {
    HidChannel gadget = new Tapped(twin.open(), "USB\u0007asp", new ArrayList<>());
    assertThatThrownBy(() -> BoardPort.hidRelay("presses", PORT, gadget))
        .hasMessage(
            """
            presses declined "open": it calls itself "USB?asp", not USBRelay1 to USBRelay8.
              port: /dev/hidraw7
              next: correct the port of presses: many gadgets have the same id""");
    try (BoardPort port = port()) {
      assertThatThrownBy(() -> port.relays("presses", 4, new Moves()))
          .hasMessage(
              """
              presses declined "open": it has 2 contacts, not 4.
                port: /dev/hidraw7
                next: write channels: 2 for presses in the bench file""");
      assertThatThrownBy(() -> port.inputs("eyes", true))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("eyes has no digital inputs.");
    }
  }

  @Test
  void a_slow_board_is_waited_for_and_one_that_is_too_slow_is_gone() {
    try (BoardPort port = port()) {
      RelayBoard board = port.relays("presses", 2, new Moves());
      twin.misbehave(Faults.none().withDelay(ofMillis(40)));
      long before = System.nanoTime();

      assertThat(board.close(1).verified()).isTrue();

      // One transfer moves it, another reads it back.
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(ofMillis(80).toNanos());
      twin.misbehave(Faults.none().withDelay(ofSeconds(60)));
      assertThatThrownBy(() -> board.closed(1))
          .hasMessage(RigException.unplugged("presses", PORT, "\"status\"").getMessage())
          .hasRootCauseMessage("the device does not answer");
      twin.misbehave(Faults.none());
    }
  }

  @Test
  void an_interruption_breaks_off_no_transfer() {
    try (BoardPort port = port()) {
      RelayBoard board = port.relays("presses", 2, new Moves());
      twin.misbehave(Faults.none().withDelay(ofMillis(20)));
      Thread.currentThread().interrupt();

      assertThat(board.close(1).verified()).isTrue();

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_hurried_command_is_taken_and_not_obeyed() {
    try (BoardPort port = port()) {
      RelayBoard board = port.relays("presses", 2, new Moves());
      twin.misbehave(Faults.none().withDropFasterThan(ofSeconds(60)));

      assertThatThrownBy(() -> board.close(1))
          .hasMessage(RigException.stuck("presses", PORT, 1, true).getMessage());
    }
  }

  @Test
  void a_pulled_plug_opens_the_contacts_ends_a_transfer_and_kills_its_channel_for_good()
      throws Exception {
    Net button = new Net("MB1", true);
    twin.wireContact(1, button);
    CountDownLatch pressed = new CountDownLatch(1);
    button.onEdge((high, nanos) -> pressed.countDown());
    HidChannel driver = twin.open();
    twin.misbehave(Faults.none().withDelay(ofSeconds(4)));
    CompletableFuture<Void> transfer =
        CompletableFuture.runAsync(() -> send(driver, HidRelayReport.move(1, true)));
    assertThat(pressed.await(20, TimeUnit.SECONDS)).isTrue();

    twin.unplug();

    assertThat(button.high()).isTrue();
    assertThatThrownBy(() -> transfer.get(2, TimeUnit.SECONDS))
        .hasRootCauseMessage("the device does not answer");
    assertThatThrownBy(() -> twin.open().get(8)).hasMessage("the device is gone");
    twin.misbehave(Faults.none());
    twin.replug();
    assertThatThrownBy(() -> driver.get(8)).hasMessage("the device is gone");
    assertThat(twin.open().get(8)).hasSize(8).endsWith(0);
  }

  private static void send(HidChannel channel, byte[] report) {
    try {
      channel.send(report);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Test
  void a_board_that_its_driver_has_left_can_be_opened_again() {
    port().close();

    try (BoardPort again = port()) {
      assertThat(again.relays("presses", 2, new Moves()).close(0).verified()).isTrue();
    }
  }

  @Test
  void it_has_no_inputs_to_wire() {
    assertThatThrownBy(() -> twin.wireInput(3, new Net("LED1", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No input 3: a USBRelay board has none.");
  }
}
