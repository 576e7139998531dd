package io.kitproof.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RigExceptionTest {
  private static final InetSocketAddress PAGE =
      InetSocketAddress.createUnresolved("192.168.0.1", 80);
  private static final Path PORT = Path.of("/dev/ttyUSB0");

  @Test
  void an_absent_port_is_said_with_where_to_look() {
    assertThat(RigException.absent("presses", PORT))
        .hasMessage(
            """
            presses has no port: /dev/ttyUSB0 does not exist.
              next: plug presses in, or correct its port in the bench file; ls /dev/serial/by-id shows what is there""");
  }

  @Test
  void what_is_no_port_is_said_with_what_it_is() {
    assertThat(RigException.notAPort("presses", PORT, "a directory"))
        .hasMessage(
            """
            presses cannot use /dev/ttyUSB0: it is a directory, not a serial port.
              next: correct the port of presses in the bench file; ls /dev/serial/by-id shows what is there""");
  }

  @Test
  void a_busy_port_is_said_with_who_has_it() {
    assertThat(RigException.busy("presses", PORT, List.of("minicom (pid 7)", "cat (pid 8)")))
        .hasMessage(
            """
            presses cannot have /dev/ttyUSB0: it is in use by minicom (pid 7) and cat (pid 8).
              next: close that program; on a desktop also check ModemManager, which opens every new port""");
    assertThat(RigException.busy("presses", PORT, List.of()).getMessage())
        .startsWith("presses cannot have /dev/ttyUSB0: it is in use by another program.\n");
  }

  @Test
  void a_forbidden_port_is_said_with_the_group_to_join() {
    assertThat(RigException.notPermitted("presses", PORT, "ada", "dialout"))
        .hasMessage(
            """
            presses may not open /dev/ttyUSB0: user ada is not in group dialout.
              next: sudo usermod -aG dialout ada, then log in again""");
  }

  @Test
  void a_refusal_of_the_system_is_said_with_its_error() {
    assertThat(RigException.notOpened("presses", PORT, 5))
        .hasMessage(
            """
            presses could not be opened: /dev/ttyUSB0 was refused with error 5.
              next: kitproof doctor; dmesg | tail tells what the kernel thinks of the port""");
  }

  @Test
  void an_unplugged_part_is_said_with_what_was_going_on() {
    assertThat(RigException.unplugged("presses", PORT, "\"relay on 0\""))
        .hasMessage(
            """
            presses was unplugged during "relay on 0".
              port: /dev/ttyUSB0
              next: check the USB cable and the power of presses, then run again""");
  }

  @Test
  void silence_is_said_with_the_command_and_the_deadline() {
    assertThat(RigException.silent("presses", PORT, "relay read 0", Duration.ofMillis(500)))
        .hasMessage(
            """
            presses did not answer "relay read 0" within 500 ms.
              port: /dev/ttyUSB0
              seen: nothing
              next: check that /dev/ttyUSB0 is the presses port, that it has power, and its family and baud rate""");
  }

  @Test
  void a_wrong_answer_is_said_beside_the_right_one() {
    assertThat(RigException.garbled("presses", PORT, "relay read 0", "on or off", "\"maybe\""))
        .hasMessage(
            """
            presses answered "relay read 0" with something else.
              port: /dev/ttyUSB0
              expected: on or off
              seen: "maybe"
              next: check the family and baud rate of presses, and that nothing else talks on its line""");
  }

  @Test
  void a_declined_command_is_said_with_the_reason() {
    assertThat(
            RigException.declined(
                "presses", PORT, "write coil 9", "illegal data address", "check its channels"))
        .hasMessage(
            """
            presses declined "write coil 9": illegal data address.
              port: /dev/ttyUSB0
              next: check its channels""");
  }

  @Test
  void a_stuck_contact_is_said_with_both_positions() {
    assertThat(RigException.stuck("presses", PORT, 2, true))
        .hasMessage(
            """
            Contact 2 of presses is stuck open.
              port: /dev/ttyUSB0
              expected: closed, as commanded
              seen: the board reads it back as open
              next: check the supply of the relay coils; a contact that stays so is worn out: use another channel""");
    assertThat(RigException.stuck("presses", PORT, 2, false).getMessage())
        .startsWith("Contact 2 of presses is stuck closed.\n");
  }

  @Test
  void a_page_that_is_not_there_is_said_with_where_it_should_be() {
    assertThat(RigException.unreachable("shadow", PAGE, new IOException("Connection refused")))
        .hasMessage(
            """
            shadow can't be configured: no page at 192.168.0.1:80.
              seen: Connection refused
              next: check that the star box is on the console of shadow and this computer has joined its access point""");
  }

  @Test
  void a_page_that_owes_an_answer_is_said_with_what_it_was_asked() {
    assertThat(RigException.unanswered("shadow", PAGE, "GET /connect", "nothing within 4000 ms"))
        .hasMessage(
            """
            The configuration page of shadow did not answer "GET /connect".
              page: 192.168.0.1:80
              seen: nothing within 4000 ms
              next: reset shadow and begin again; its server stops for good at a request it can't take""");
  }

  @Test
  void a_page_that_answers_something_else_is_said_with_both() {
    assertThat(RigException.misanswered("shadow", PAGE, "GET /connect", "200", "404"))
        .hasMessage(
            """
            The configuration page of shadow answered "GET /connect" with something else.
              page: 192.168.0.1:80
              expected: 200
              seen: 404
              next: reset shadow and begin again; check that nobody else has its page open""");
  }

  @Test
  void a_wifi_interface_that_fails_is_said_with_what_it_was_to_do() {
    assertThat(RigException.wifi("wlan1", "join WICED_AWS", "exit 4: no secrets", "try again"))
        .hasMessage(
            """
            wlan1 could not join WICED_AWS.
              seen: exit 4: no secrets
              next: try again""");
  }

  @Test
  void access_points_of_one_name_are_said_with_the_reason_why_that_matters() {
    assertThat(RigException.twins("wlan1", "WICED_AWS", List.of("AC:9F", "AC:A0")))
        .hasMessage(
            """
            2 access points are called WICED_AWS, so that nobody was configured.
              seen: AC:9F, AC:A0
              expected: one; the kits' pages look the same, and the wrong kit would get thing, key and network
              next: give each kit a CONFIG_AP_SSID of its own in wifi_config_dct.h, or switch the other off""");
  }

  @Test
  void a_configuration_that_ends_halfway_is_said_with_the_step_and_the_console() {
    RigException cause = RigException.unanswered("shadow", PAGE, "POST /a", "the kit hung up");

    assertThat(RigException.halfway("shadow", "sending the key", "it restarted", cause))
        .hasMessage(
            """
            Configuring shadow ended while sending the key.
              seen: The configuration page of shadow did not answer "POST /a".
              console: it restarted
              next: configure it again from the start; if it ends there again, look at the supply of shadow""")
        .hasCause(cause);
  }

  @Test
  void the_part_is_known_without_reading_the_text() {
    assertThat(RigException.absent("presses", PORT).part()).isEqualTo("presses");
  }
}
