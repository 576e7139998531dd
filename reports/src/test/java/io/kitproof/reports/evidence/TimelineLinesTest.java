package io.kitproof.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.reports.Recording;
import io.kitproof.reports.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineLinesTest {
  @Test
  void every_type_has_a_line_with_all_it_knows() {
    List<Observation> all = new ArrayList<>(Sample.press(true));
    all.add(Sample.trouble(4000, new IllegalStateException("gone")));

    assertThat(TimelineLines.of(Sample.recording(all)))
        .isEqualTo(
            """
            {"type":"Epoch","version":2,"instant":"2026-11-23T01:10:03Z","scenario":"A press lights the LED"}
            {"type":"TlsHandshake","ns":10000000,"lane":"tls","text":"TLSv1.2 with abc_Publisher","connection":2,"completed":true,"principal":"9f86d081884c7d65"}
            {"type":"PacketSeen","ns":12000000,"lane":"mqtt wiced_publisher","text":"wiced_publisher sent CONNECT","connection":2,"way":"IN","clientId":"wiced_publisher","principal":"9f86d081884c7d65","packet":"CONNECT","qos":1,"retain":false,"dup":false,"packetId":7,"detail":""}
            {"type":"ConsoleLine","ns":15500000,"lane":"publisher console","text":"[MQTT] Opening connection...Success","kit":"publisher"}
            {"type":"Deed","ns":1000000000,"lane":"presses/0","text":"MB1 of publisher was pressed for 50 ms"}
            {"type":"RelayMove","ns":1000400000,"lane":"presses/0","text":"MB1 of publisher pressed","board":"presses","channel":0,"part":"MB1 of publisher","closed":true,"verified":true}
            {"type":"RelayMove","ns":1050400000,"lane":"presses/0","text":"MB1 of publisher released (not read back)","board":"presses","channel":0,"part":"MB1 of publisher","closed":false,"verified":false}
            {"type":"PacketSeen","ns":1052400000,"lane":"mqtt wiced_publisher","text":"wiced_publisher sent PUBLISH abc/bulb \\"LIGHT ON\\" QoS 1","connection":2,"way":"IN","clientId":"wiced_publisher","principal":"9f86d081884c7d65","packet":"PUBLISH","topic":"abc/bulb","message":"LIGHT ON","payloadHex":"4c49474854204f4e","qos":1,"retain":false,"dup":false,"packetId":7,"detail":""}
            {"type":"PacketSeen","ns":1053100000,"lane":"mqtt wiced_publisher","text":"wiced_publisher got PUBACK","connection":2,"way":"OUT","clientId":"wiced_publisher","principal":"9f86d081884c7d65","packet":"PUBACK","qos":1,"retain":false,"dup":false,"packetId":7,"detail":""}
            {"type":"PacketSeen","ns":1053400000,"lane":"mqtt wiced_subscriber","text":"wiced_subscriber got PUBLISH abc/bulb \\"LIGHT ON\\" QoS 1","connection":2,"way":"OUT","clientId":"wiced_subscriber","principal":"9f86d081884c7d65","packet":"PUBLISH","topic":"abc/bulb","message":"LIGHT ON","payloadHex":"4c49474854204f4e","qos":1,"retain":false,"dup":false,"packetId":7,"detail":""}
            {"type":"TestClientMessage","ns":1053600000,"lane":"test client","text":"test client got abc/bulb \\"LIGHT ON\\"","topic":"abc/bulb","payloadHex":"4c49474854204f4e"}
            {"type":"Attempt","ns":1053700000,"lane":"registry","text":"deleting thing lamp was refused (attached)","who":"registry","deed":"deleting thing lamp","refusal":"attached"}
            {"type":"ThingSeen","ns":1053800000,"lane":"registry","text":"thing lamp without a certificate","thing":"lamp","exists":true}
            {"type":"ShadowSeen","ns":1053900000,"lane":"shadow of lamp","text":"update/delta: version 3, delta {\\"status\\":\\"ON\\"}","thing":"lamp","shadow":"","kind":"update/delta","version":3,"desired":"","reported":"","delta":"{\\"status\\":\\"ON\\"}","refusal":""}
            {"type":"ConsoleLine","ns":1054000000,"lane":"publisher console","text":"[MQTT] Publishing... Success","kit":"publisher"}
            {"type":"ConsoleLine","ns":1055000000,"lane":"subscriber console","text":"light on","kit":"subscriber"}
            {"type":"LedEdge","ns":1054600000,"lane":"subscriber LED1","text":"LED1 of subscriber turned on","kit":"subscriber","led":"LED1","lit":true,"gapNs":900000}
            {"type":"Measured","ns":1054600000,"lane":"measurements","text":"press to publish 2.000 ms","name":"press to publish","valueNs":2000000,"limitNs":null}
            {"type":"Measured","ns":1054600000,"lane":"measurements","text":"publish to LED 2.200 ms","name":"publish to LED","valueNs":2200000,"limitNs":2000000000}
            {"type":"Asked","ns":1056000000,"lane":"expectations","text":"LED1 of subscriber should turn on: yes","subject":"LED1 of subscriber","about":"subscriber LED1","wanted":"turn on","fromNs":1000000000,"untilNs":3050400000,"met":true,"answerNs":1054600000,"came":"LED1 of subscriber turned on"}
            {"type":"Warned","ns":3055000000,"lane":"warnings","text":"The registry: its policies allow anything","subject":"The registry","warning":"its policies allow anything"}
            {"type":"ConnectionEnd","ns":3060000000,"lane":"mqtt wiced_publisher","text":"DISCONNECT","connection":2,"clientId":"wiced_publisher","principal":"9f86d081884c7d65"}
            {"type":"Trouble","ns":4000000000,"lane":"eyes","text":"gone","exception":"java.lang.IllegalStateException"}
            """);
  }

  @Test
  void hostile_text_stays_one_line_and_parses_back() throws Exception {
    Recording hostile =
        Sample.recording(Sample.line(1, "p", "\"},{\n\u001b\u0000\u2028 \ud83d </script>"));

    List<String> lines = TimelineLines.of(hostile).lines().toList();
    JsonNode read = new ObjectMapper().readTree(lines.get(1));

    assertThat(lines).hasSize(2);
    assertThat(read.get("text").asText()).isEqualTo("\"},{\n\u001b\u0000\u2028 \uFFFD </script>");
  }

  @Test
  void a_file_is_named_after_its_scenario_and_safe_in_a_shell() {
    var scenario =
        Sample.scenario("../A press; rm -rf \"$X\" é!", 1, Sample.passed(), Sample.recording());
    var nameless = Sample.scenario("灯", 1, Sample.passed(), Sample.recording());

    assertThat(TimelineFile.of(12, scenario)).isEqualTo("timeline/012-a-press-rm-rf-x.jsonl");
    assertThat(TimelineFile.of(3, nameless)).isEqualTo("timeline/003-.jsonl");
    assertThat(TimelineFile.page(12, scenario)).isEqualTo("timeline/012-a-press-rm-rf-x.html");
  }
}
