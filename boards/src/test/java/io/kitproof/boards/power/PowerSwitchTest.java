package io.kitproof.boards.power;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.Pulse;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.Switched;
import io.kitproof.boards.virtual.Faults;
import io.kitproof.boards.virtual.Net;
import io.kitproof.boards.virtual.VirtualOutlets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Supplies switched over the network; requests are literal, as their documentation has them. */
final class PowerSwitchTest {
  private static final Optional<Login> NOBODY = Optional.empty();

  private final List<Switched> moves = new CopyOnWriteArrayList<>();

  private static BitSet fed(int... channels) {
    BitSet fed = new BitSet();
    for (int channel : channels) {
      fed.set(channel);
    }
    return fed;
  }

  private static URI at(VirtualOutlets twin) {
    return URI.create(twin.url());
  }

  private RelayBoard open(PowerSwitch power, int channels, int... fed) {
    return power.relays("mains", channels, fed(fed), (board, what) -> moves.add(what));
  }

  @Test
  void tasmota_is_asked_by_power_commands_and_read_back() {
    try (VirtualOutlets twin = VirtualOutlets.tasmota("twin", 2, "");
        PowerSwitch power = PowerSwitch.tasmota("mains", at(twin), NOBODY)) {
      RelayBoard board = open(power, 2, 1);

      Switched cut = board.close(1);
      boolean dark = !twin.feeds(1);
      board.open(1);

      assertThat(dark).isTrue();
      assertThat(twin.feeds(1)).isTrue();
      assertThat(cut.verified()).isTrue();
      assertThat(moves).extracting(Switched::closed).containsExactly(true, false);
      assertThat(twin.heard())
          .containsExactly(
              "GET /cm?cmnd=Power2%20On",
              "GET /cm?cmnd=Power2",
              "GET /cm?cmnd=Power2%20Off",
              "GET /cm?cmnd=Power2",
              "GET /cm?cmnd=Power2%20On",
              "GET /cm?cmnd=Power2");
    }
  }

  @Test
  void tasmota_with_one_relay_answers_without_a_number() {
    try (VirtualOutlets twin = VirtualOutlets.tasmota("twin", 1, "");
        PowerSwitch power = PowerSwitch.tasmota("mains", at(twin), NOBODY)) {
      RelayBoard board = open(power, 1, 0);

      board.close(0);

      assertThat(twin.feeds(0)).isFalse();
      assertThat(board.closed(0)).contains(true);
    }
  }

  @Test
  void tasmota_gets_its_login_in_the_query_and_errors_never_show_it() {
    Login login = new Login("admin", "s3cret&");
    try (VirtualOutlets twin = VirtualOutlets.tasmota("twin", 1, "s3cret&");
        PowerSwitch power = PowerSwitch.tasmota("mains", at(twin), Optional.of(login))) {
      RelayBoard board = open(power, 1, 0);
      board.close(0);

      assertThat(twin.feeds(0)).isFalse();
      assertThat(twin.heard().get(0))
          .isEqualTo("GET /cm?cmnd=Power1%20On&user=admin&password=s3cret%26");
      assertThat(login).hasToString("admin with a password");

      board.close();
      twin.answerWith("{\"WARNING\":\"Need user=<username>&password=<password>\"}");
      assertThatThrownBy(() -> open(power, 1, 0))
          .hasMessage(
              """
              mains declined "GET /cm?cmnd=Power1%%20On": it wants another login.
                port: %s
                next: write user and password of mains in the bench file"""
                  .formatted(twin.url()));
    }
  }

  @Test
  void a_shelly_of_generation_1_is_asked_by_relay_and_times_a_cycle_itself() throws Exception {
    Net supply = new Net("supply", true);
    try (VirtualOutlets twin = VirtualOutlets.shellyGen1("twin", 2, "pass");
        PowerSwitch power =
            PowerSwitch.shelly("mains", at(twin), 1, Optional.of(new Login("admin", "pass")))) {
      twin.wire(1, supply);
      RelayBoard board = open(power, 2, 1);
      board.close(1);
      boolean dark = !supply.high();
      board.open(1);

      Pulse cycle = board.pulse(1, ofSeconds(1));

      assertThat(dark).isTrue();
      assertThat(supply.high()).isTrue();
      assertThat(cycle.boardTimed()).isTrue();
      assertThat(cycle.opened().verified()).isTrue();
      assertThat(twin.heard())
          .startsWith(
              "GET /relay/1?turn=on",
              "GET /relay/1",
              "GET /relay/1?turn=off",
              "GET /relay/1",
              "GET /relay/1?turn=on",
              "GET /relay/1",
              "GET /relay/1?turn=off&timer=1",
              "GET /relay/1");
    }
  }

  @Test
  void a_shelly_of_generation_2_is_asked_by_json_rpc_and_times_a_cycle_itself() {
    try (VirtualOutlets twin = VirtualOutlets.shellyGen2("twin", 1);
        PowerSwitch power = PowerSwitch.shelly("mains", at(twin), 2, NOBODY)) {
      RelayBoard board = open(power, 1, 0);
      board.close(0);
      boolean dark = !twin.feeds(0);
      board.open(0);

      Pulse cycle = board.pulse(0, ofSeconds(2));

      assertThat(dark).isTrue();
      assertThat(twin.feeds(0)).isTrue();
      assertThat(cycle.boardTimed()).isTrue();
      assertThat(cycle.closed().verified()).isTrue();
      assertThat(twin.heard())
          .startsWith(
              "POST /rpc {\"id\":1,\"method\":\"Switch.Set\",\"params\":{\"id\":0,\"on\":true}}",
              "POST /rpc {\"id\":1,\"method\":\"Switch.GetStatus\",\"params\":{\"id\":0}}",
              "POST /rpc {\"id\":1,\"method\":\"Switch.Set\",\"params\":{\"id\":0,\"on\":false}}")
          .contains(
              "POST /rpc {\"id\":1,\"method\":\"Switch.Set\",\"params\":{\"id\":0,\"on\":false,"
                  + "\"toggle_after\":2}}");
      assertThat(board.pulse(0, ofMillis(50)).boardTimed()).isFalse();
    }
  }

  @Test
  void pdudaemon_is_asked_by_hostname_and_port_and_is_not_read_back() {
    try (VirtualOutlets twin = VirtualOutlets.pduDaemon("twin", "apc 7900", 8);
        PowerSwitch power = PowerSwitch.pduDaemon("mains", at(twin), "apc 7900")) {
      RelayBoard board = open(power, 8, 2);

      Switched cut = board.close(2);

      assertThat(twin.feeds(2)).isFalse();
      assertThat(cut.verified()).isFalse();
      assertThat(board.closed(2)).isEmpty();
      assertThat(twin.heard())
          .containsExactly(
              "GET /power/control/on?hostname=apc+7900&port=3",
              "GET /power/control/off?hostname=apc+7900&port=3");
    }
  }

  @Test
  void a_pdu_that_the_daemon_does_not_know_is_said_with_its_status() {
    try (VirtualOutlets twin = VirtualOutlets.pduDaemon("twin", "apc", 8);
        PowerSwitch power = PowerSwitch.pduDaemon("mains", at(twin), "acp")) {
      assertThatThrownBy(() -> open(power, 8, 2))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              mains declined "GET /power/control/on?hostname=acp&port=3": status 503.
                port: %s
                next: check that %s is mains, its family, and the channel"""
                  .formatted(twin.url(), twin.url()));
    }
  }

  @Test
  void outlets_that_feed_nothing_of_the_bench_are_never_touched_and_the_rest_is_fed_at_the_end() {
    try (VirtualOutlets twin = VirtualOutlets.pduDaemon("twin", "apc", 8);
        PowerSwitch power = PowerSwitch.pduDaemon("mains", at(twin), "apc")) {
      RelayBoard board = open(power, 8, 2, 5);
      board.close(5);

      board.close();

      assertThat(twin.feeds(5)).isTrue();
      assertThat(twin.heard())
          .containsExactly(
              "GET /power/control/on?hostname=apc&port=3",
              "GET /power/control/on?hostname=apc&port=6",
              "GET /power/control/off?hostname=apc&port=6",
              "GET /power/control/on?hostname=apc&port=6");
    }
  }

  @Test
  void an_outlet_that_stays_on_is_stuck() {
    try (VirtualOutlets twin = VirtualOutlets.shellyGen2("twin", 1);
        PowerSwitch power = PowerSwitch.shelly("mains", at(twin), 2, NOBODY)) {
      RelayBoard board = open(power, 1, 0);
      twin.misbehave(Faults.none().withStuck(0, false));

      assertThatThrownBy(() -> board.close(0))
          .hasMessage(RigException.stuck("mains", twin.url(), 0, true).getMessage());
    }
  }

  @Test
  void a_password_that_is_missing_is_said() {
    try (VirtualOutlets twin = VirtualOutlets.shellyGen1("twin", 1, "pass");
        PowerSwitch power = PowerSwitch.shelly("mains", at(twin), 1, NOBODY)) {
      assertThatThrownBy(() -> open(power, 1, 0))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              mains declined "GET /relay/0?turn=on": it wants another login.
                port: %s
                next: write user and password of mains in the bench file"""
                  .formatted(twin.url()));
    }
  }

  @Test
  void a_slow_switch_is_waited_for_and_a_silent_one_is_said() {
    try (VirtualOutlets twin = VirtualOutlets.tasmota("twin", 1, "");
        PowerSwitch power = PowerSwitch.tasmota("mains", at(twin), NOBODY)) {
      RelayBoard board = open(power, 1, 0);
      twin.misbehave(Faults.none().withDelay(ofMillis(400)));
      assertThat(board.close(0).verified()).isTrue();
      twin.misbehave(Faults.none().withSilence());

      assertThatThrownBy(() -> board.closed(0))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              mains did not answer "GET /cm?cmnd=Power1" within 3000 ms.
                port: %s
                seen: nothing
                next: check that mains is at %s, that it has power, its settings, and that nobody else is connected to it"""
                  .formatted(twin.url(), twin.url()));
      twin.misbehave(Faults.none());
    }
  }

  @Test
  void a_wrong_answer_is_shown_safely_and_an_endless_one_is_cut() {
    try (VirtualOutlets twin = VirtualOutlets.tasmota("twin", 1, "");
        PowerSwitch power = PowerSwitch.tasmota("mains", at(twin), NOBODY)) {
      twin.answerWith("<html>\u001b[2J" + "x".repeat(200));
      assertThatThrownBy(() -> open(power, 1, 0))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              mains answered "GET /cm?cmnd=Power1%%20On" with something else.
                port: %s
                expected: {"POWER1":"ON"} or OFF
                seen: "<html> [2J%s…"
                next: check the settings of mains, and that nothing else talks on its line"""
                  .formatted(twin.url(), "x".repeat(70)));

      twin.answerWith("x".repeat(20_000));
      assertThatThrownBy(() -> open(power, 1, 0))
          .isInstanceOf(RigException.class)
          .hasMessageContaining("expected: a short answer\n  seen: more than 16 KiB");
    }
  }

  @Test
  void an_answer_that_breaks_off_is_said() {
    try (VirtualOutlets twin = VirtualOutlets.shellyGen2("twin", 1);
        PowerSwitch power = PowerSwitch.shelly("mains", at(twin), 2, NOBODY)) {
      twin.breakAnswers();

      assertThatThrownBy(() -> open(power, 1, 0))
          .isInstanceOf(RigException.class)
          .hasMessageStartingWith("mains was cut off during \"POST /rpc ")
          .hasMessageEndingWith(
              "next: check the network, and the power of what serves %s, then run again"
                  .formatted(twin.url()));
    }
  }

  @Test
  void nobody_listening_is_said() throws Exception {
    // Bound, so that nobody else gets the port, and deaf.
    try (Socket deaf = new Socket()) {
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI nowhere = URI.create("http://127.0.0.1:" + deaf.getLocalPort());
      try (PowerSwitch power = PowerSwitch.tasmota("mains", nowhere, NOBODY)) {
        assertThatThrownBy(() -> open(power, 1, 0))
            .isInstanceOf(RigException.class)
            .hasMessage(
                """
                mains can't be reached at %s.
                  seen: the connection was refused
                  next: check that its server runs and listens there, and that this computer may reach it"""
                    .formatted(nowhere));
      }
    }
  }

  @Test
  void a_name_that_no_host_has_is_said() {
    // Too long for a name, so that nobody has to be asked for it.
    URI nowhere = URI.create("http://" + "x".repeat(64));
    try (PowerSwitch power = PowerSwitch.shelly("mains", nowhere, 2, NOBODY)) {
      assertThatThrownBy(() -> power.feeding(fed(0)))
          .isInstanceOf(RigException.class)
          .hasMessage(
              """
              mains can't be reached at %s.
                seen: no host has that name
                next: correct the name in the bench file, or make it known to this computer, by its DNS or in /etc/hosts"""
                  .formatted(nowhere));
    }
  }

  @Test
  void outlets_are_asked_and_none_is_switched() {
    try (VirtualOutlets twin = VirtualOutlets.tasmota("twin", 2, "");
        PowerSwitch other = PowerSwitch.tasmota("other", at(twin), NOBODY);
        PowerSwitch power = PowerSwitch.tasmota("mains", at(twin), NOBODY)) {
      open(other, 2, 1).close(1);
      int before = twin.heard().size();

      assertThat(power.feeding(fed(0, 1))).contains(fed(0));

      assertThat(twin.heard().subList(before, twin.heard().size()))
          .containsExactly("GET /cm?cmnd=Power1", "GET /cm?cmnd=Power2");
    }
  }

  @Test
  void pdudaemon_is_known_by_its_refusal_and_tells_of_no_outlet() {
    try (VirtualOutlets twin = VirtualOutlets.pduDaemon("twin", "apc", 8);
        PowerSwitch power = PowerSwitch.pduDaemon("mains", at(twin), "apc")) {
      assertThat(power.feeding(fed(2))).isEmpty();
      assertThat(twin.heard()).containsExactly("GET /power/control/on");

      twin.answerWith("It works!");
      assertThatThrownBy(() -> power.feeding(fed(2)))
          .hasMessage(
              """
              mains answered "GET /power/control/on" with something else.
                port: %s
                expected: "Invalid request"
                seen: "It works!"
                next: check the settings of mains, and that nothing else talks on its line"""
                  .formatted(twin.url()));
    }
  }

  @Test
  void a_shelly_of_generation_2_that_wants_a_login_has_to_do_without() throws Exception {
    HttpServer locked =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    locked.createContext("/", asked -> asked.sendResponseHeaders(401, -1));
    locked.start();
    URI url = URI.create("http://127.0.0.1:" + locked.getAddress().getPort());
    try (PowerSwitch power = PowerSwitch.shelly("mains", url, 2, NOBODY)) {
      assertThatThrownBy(() -> power.feeding(fed(0)))
          .isInstanceOf(RigException.class)
          .hasMessageEndingWith(
              "next: switch its authentication off: mains is asked without a login");
    } finally {
      locked.stop(0);
    }
  }
}
