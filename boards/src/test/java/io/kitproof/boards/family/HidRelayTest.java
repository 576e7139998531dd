package io.kitproof.boards.family;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.boards.hid.HidChannel;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualHidRelay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HidRelayTest {
  private static final Path PORT = Path.of("/dev/hidraw7");

  private final VirtualHidRelay twin = new VirtualHidRelay("USBRelay2", 2);

  /** Keeps what goes to the twin. */
  private record Tapped(HidChannel channel, List<String> sent) implements HidChannel {
    @Override
    public String product() {
      return channel.product();
    }

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
    try (BoardPort port = HidPort.over("presses", PORT, new Tapped(twin, sent))) {
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
    try (BoardPort port = HidPort.over("presses", PORT, twin)) {
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
    assertThatThrownBy(() -> HidPort.over("presses", PORT, new VirtualHidRelay("USB\u0007asp", 1)))
        .hasMessage(
            """
            presses declined "open": it calls itself "USB?asp", not USBRelay1 to USBRelay8.
              port: /dev/hidraw7
              next: correct the port of presses: many gadgets have the same id""");
    try (BoardPort port = HidPort.over("presses", PORT, twin)) {
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
}
