package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import java.time.Duration;
import java.util.Optional;

/** Wi-Fi, DHCP and DNS of the firmware (kits.md 1.0). */
final class Network {
  /** What a kit takes for the address of a host whose name nobody resolves. */
  static final String NO_ADDRESS = "0.0.0.0";

  private static final int JOIN_ATTEMPTS = 3;
  private static final Duration JOIN = Duration.ofMillis(1200);
  private static final Duration JOIN_FAILURE = Duration.ofSeconds(7);
  private static final Duration DHCP = Duration.ofMillis(800);
  private static final Duration DHCP_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration DNS_TIMEOUT = Duration.ofSeconds(10);

  private final Board board;
  private final Speech speech;

  Network(Board board, Profile profile) {
    this.board = board;
    this.speech = Speech.of(profile);
  }

  /** Joins what the DCT names and gets an address; false when joining failed. */
  boolean up() {
    Wifi wifi = board.dct().wifi();
    for (int i = 0; i < JOIN_ATTEMPTS; i++) {
      board.print(Transcript.JOINING.formatted(wifi.ssid()));
      board.sleep(JOIN);
      if (board.lan().admits(wifi)) {
        board.join();
        board.print(Transcript.JOINED.formatted(wifi.ssid()));
        configure();
        return true;
      }
      board.sleep(JOIN_FAILURE.minus(JOIN));
      board.print(Transcript.NOT_JOINED.formatted(wifi.ssid()));
    }
    return false;
  }

  private void configure() {
    String ipv6 = Transcript.IPV6.formatted(board.mac().ipv6());
    if (speech.ipv6First()) {
      board.print(ipv6);
    }
    board.print(Transcript.DHCP);
    board.sleep(DHCP);
    Optional<String> lease = board.lan().lease(board.mac().text());
    if (lease.isEmpty()) {
      board.sleep(DHCP_TIMEOUT.minus(DHCP));
      board.print(Transcript.NO_DHCP);
    }
    board.print(Transcript.IPV4.formatted(address()));
    if (!speech.ipv6First()) {
      board.print(ipv6);
    }
  }

  /** Its own address: leased, or one it gives itself. */
  String address() {
    return board.lan().lease(board.mac().text()).orElseGet(board.mac()::autoIp);
  }

  /** The address of a host; nothing after 10 s without an answer, or a network to ask. */
  Optional<String> resolve(String host) {
    Optional<String> ip = board.lan().resolve(host).filter(a -> board.joined() || a.equals(host));
    if (ip.isEmpty()) {
      board.sleep(DNS_TIMEOUT);
    }
    return ip;
  }
}
