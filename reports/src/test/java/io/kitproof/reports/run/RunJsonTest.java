package io.kitproof.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.reports.Judgement;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import org.junit.jupiter.api.Test;

final class RunJsonTest {
  @Test
  void the_document_has_exactly_the_agreed_keys() throws Exception {
    RunRecord run =
        Sample.run(
            Sample.scenario(
                "A press lights it", 9, Sample.passed(), Sample.recording(Sample.press(true))),
            Sample.scenario("Wrong CA", 20, Judgement.notRun("No."), Sample.recording()));

    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                {"bench": "lab-3", "cloud": "local",
                 "verdicts": {"passed": 1, "failed": 0, "rig": 0, "flaky": 0, "notRun": 1},
                 "scenarios": [
                   {"feature": "05_two_kits.feature", "name": "A press lights it", "line": 9,
                    "verdict": "PASSED", "ms": 3062, "cause": null,
                    "warnings": ["The registry: its policies allow anything"],
                    "measurements": [
                      {"name": "press to publish", "value": 2.000, "unit": "ms", "limit": null,
                       "marginal": false},
                      {"name": "publish to LED", "value": 2.200, "unit": "ms", "limit": 2000.000,
                       "marginal": false}]},
                   {"feature": "05_two_kits.feature", "name": "Wrong CA", "line": 20,
                    "verdict": "NOT_RUN", "ms": 0, "cause": {"code": "skipped", "text": "No."},
                    "warnings": [], "measurements": []}],
                 "report": "out/index.html"}
                """);
    assertThat(new ObjectMapper().readTree(RunJson.of(run, "out/index.html"))).isEqualTo(expected);
  }

  @Test
  void hostile_names_parse_back() throws Exception {
    RunRecord run =
        Sample.run(Sample.scenario("\"\\\u0000\ud83d", 1, Sample.passed(), Sample.recording()));

    JsonNode read = new ObjectMapper().readTree(RunJson.of(run, "r"));

    assertThat(read.at("/scenarios/0/name").asText()).isEqualTo("\"\\\u0000\uFFFD");
  }

  @Test
  void a_repeated_scenario_has_its_first_attempt() throws Exception {
    JsonNode scenario =
        new ObjectMapper()
            .readTree(RunJson.of(Sample.run(Sample.repeated()), "r"))
            .at("/scenarios/0");

    assertThat(scenario.at("/verdict").asText()).isEqualTo("FLAKY");
    assertThat(scenario.at("/firstAttempt/verdict").asText()).isEqualTo("RIG");
    assertThat(scenario.at("/firstAttempt/ms").asInt()).isEqualTo(3062);
    assertThat(scenario.at("/firstAttempt/cause")).isEqualTo(scenario.at("/cause"));
  }
}
