package io.kitproof.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Recording;
import io.kitproof.reports.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExhibitTest {
  private static final Recording PRESS = Sample.recording(Sample.press(true));

  @Test
  void each_console_has_its_transcript_with_a_time_a_line() {
    assertThat(ConsoleTranscript.byKit(PRESS))
        .isEqualTo(
            Map.of(
                "publisher",
                """
                    0.0155  [MQTT] Opening connection...Success
                    1.0540  [MQTT] Publishing... Success
                """,
                "subscriber",
                """
                    1.0550  light on
                """));
  }

  @Test
  void the_packet_log_says_when_who_which_way_and_what() {
    assertThat(PacketLog.of(PRESS))
        .isEqualTo(
            """
                0.0100  #2   --  tls  TLSv1.2 with abc_Publisher
                0.0120  #2   ->  wiced_publisher  CONNECT id 7
                1.0524  #2   ->  wiced_publisher  PUBLISH abc/bulb "LIGHT ON" QoS 1 id 7
                1.0531  #2   <-  wiced_publisher  PUBACK id 7
                1.0534  #2   <-  wiced_subscriber  PUBLISH abc/bulb "LIGHT ON" QoS 1 id 7
                3.0600  #2   --  wiced_publisher  DISCONNECT
            """);
  }

  @Test
  void the_timeline_is_in_order_of_time_and_counts_from_the_contacts_last_move() {
    assertThat(TimelineText.of(PRESS))
        .isEqualTo(
            """
            # epoch 2026-11-23T01:10:03Z
             # seconds      stimulus  lane                   what
                0.0100                tls                    TLSv1.2 with abc_Publisher
                0.0120                mqtt wiced_publisher   wiced_publisher sent CONNECT
                0.0155                publisher console      [MQTT] Opening connection...Success
                1.0000       +0.0 ms  presses/0              MB1 of publisher was pressed for 50 ms
                1.0004       +0.0 ms  presses/0              MB1 of publisher pressed
                1.0504       +0.0 ms  presses/0              MB1 of publisher released (not read back)
                1.0524       +2.0 ms  mqtt wiced_publisher   wiced_publisher sent PUBLISH abc/bulb "LIGHT ON" QoS 1
                1.0531       +2.7 ms  mqtt wiced_publisher   wiced_publisher got PUBACK
                1.0534       +3.0 ms  mqtt wiced_subscriber  wiced_subscriber got PUBLISH abc/bulb "LIGHT ON" QoS 1
                1.0536       +3.2 ms  test client            test client got abc/bulb "LIGHT ON"
                1.0537       +3.3 ms  registry               deleting thing lamp was refused (attached)
                1.0538       +3.4 ms  registry               thing lamp without a certificate
                1.0539       +3.5 ms  shadow of lamp         update/delta: version 3, delta {"status":"ON"}
                1.0540       +3.6 ms  publisher console      [MQTT] Publishing... Success
                1.0546       +4.2 ms  subscriber LED1        LED1 of subscriber turned on
                1.0546       +4.2 ms  measurements           press to publish 2.000 ms
                1.0546       +4.2 ms  measurements           publish to LED 2.200 ms
                1.0550       +4.6 ms  subscriber console     light on
                1.0560       +5.6 ms  expectations           LED1 of subscriber should turn on: yes
                3.0550    +2004.6 ms  warnings               The registry: its policies allow anything
                3.0600    +2009.6 ms  mqtt wiced_publisher   DISCONNECT
            """);
  }

  @Test
  void all_exhibits_have_a_name_a_type_and_an_ending() {
    assertThat(Exhibit.of(PRESS))
        .extracting(e -> e.name() + " | " + e.mediaType() + " | " + e.extension())
        .containsExactly(
            "timeline page | text/html | .html",
            "console of publisher | text/plain | .log",
            "console of subscriber | text/plain | .log",
            "packet log | text/plain | .log",
            "timeline | text/plain | .log",
            "timeline for programs | text/plain | .jsonl");
  }

  @Test
  void what_a_kit_prints_cannot_steer_a_terminal_or_forge_a_line() {
    Recording hostile =
        Sample.recording(
            Sample.line(1, "publisher", "\u001b[2Jgone\rPASSED\u202E"),
            Sample.packet(2, Way.IN, "evil\nid", "PUBLISH", "a\u0007b", new byte[] {'<', 0, -1}),
            Sample.trouble(3, RigException.absent("eyes", Path.of("/dev/x"))));

    List<String> texts =
        Exhibit.of(hostile).stream()
            .filter(e -> e.extension().equals(".log"))
            .map(Exhibit::text)
            .toList();

    assertThat(texts.get(0)).isEqualTo("    0.0010  \\x1B[2Jgone\\x0DPASSED\\u202E\n");
    assertThat(texts.get(1))
        .isEqualTo(
            "    0.0020  #2   ->  evil\\x0Aid  PUBLISH a\\x07b \"<\\x00\\xFF\" QoS 1 id 7\n");
    assertThat(texts.get(2)).hasLineCount(5).doesNotContain("\u001b").doesNotContain("\r");
  }

  @Test
  void the_sample_has_every_type_of_observation() {
    assertThat(Observation.class.getPermittedSubclasses())
        .as("a new type needs a place in the sample, in the JSON Lines and on the page")
        .allMatch(
            type ->
                type == Observation.Trouble.class
                    || Sample.press(true).stream().anyMatch(type::isInstance));
  }
}
