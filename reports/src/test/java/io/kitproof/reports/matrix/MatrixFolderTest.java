package io.kitproof.reports.matrix;

import static io.kitproof.reports.matrix.Tried.BOUNCE;
import static io.kitproof.reports.matrix.Tried.TOPIC;
import static io.kitproof.reports.matrix.Tried.failed;
import static io.kitproof.reports.matrix.Tried.passed;
import static io.kitproof.reports.matrix.Tried.rig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixFolderTest {
  @TempDir private Path folder;
  private String page = "";

  @BeforeEach
  void write() throws Exception {
    Matrix matrix =
        Tried.matrix(
            new Row(Trial.control(), List.of(passed(7), passed(14))),
            new Row(TOPIC, List.of(failed(7, "wrong-topic", "topics-differ"), failed(14, "qos-0"))),
            new Row(BOUNCE, List.of(rig(14))));
    page = Files.readString(MatrixFolder.write(matrix, folder, ZoneOffset.UTC));
  }

  @Test
  void the_summary_has_a_line_a_trial_and_what_should_not_be() throws Exception {
    assertThat(folder.resolve("matrix.md"))
        .hasContent(
            """
            # Self-check of bench virtual

            1 of 1 mistakes caught, 1 named; 1 of 1 faults of the bench blamed on no kit; took 1 min 01 s.

            | tried | failed | rig | passed | caught by | named | taken for another |
            |---|---|---|---|---|---|---|
            | nothing | 0 | 0 | 2 |  |  |  |
            | publisher:wrong-topic | 2 | 0 | 0 | 05:7 05:14 | as one of several | qos-0 |
            | bouncing-relay | 0 | 1 | 0 |  |  |  |

            ## What should not be

            - publisher:wrong-topic is taken for qos-0 by 05_pair.feature:14; the first said: LED1 &lt;stayed> off \\| dark.
            """);
  }

  @Test
  void the_document_has_each_scenario_of_each_trial() throws Exception {
    JsonNode json = new ObjectMapper().readTree(folder.resolve("matrix.json").toFile());

    JsonNode topic = json.at("/trials/1");
    assertThat(json.at("/ms").asLong()).isEqualTo(61_000);
    assertThat(json.at("/complaints")).hasSize(1);
    assertThat(topic.at("/kind").asText()).isEqualTo("MISTAKE");
    assertThat(topic.at("/kit").asText()).isEqualTo("publisher");
    assertThat(topic.at("/scenarios/0/named/1").asText()).isEqualTo("topics-differ");
    assertThat(json.at("/trials/2/scenarios/0/verdict").asText()).isEqualTo("RIG");
    assertThat(json.at("/trials/2/kit").isNull()).isTrue();
  }

  @Test
  void the_page_shows_a_square_a_scenario_and_frames_what_names_a_wrong_cause() {
    assertThat(page)
        .contains("<th title=\"uses the SDK&#39;s topic\">publisher:wrong-topic</th>")
        .contains(
            "<i class=\"failed\" title=\"failed 05_pair.feature:7 scenario 7 — wrong-topic or")
        .contains("<i class=\"failed wrong\" title=\"failed 05_pair.feature:14 scenario 14 — qos-0")
        .contains("<i class=\"rig\"")
        .contains("Content-Security-Policy");
  }

  @Test
  void the_page_escapes_what_kits_and_features_say() {
    assertThat(page).contains("LED1 &lt;stayed&gt; off | dark.").doesNotContain("<stayed>");
  }
}
