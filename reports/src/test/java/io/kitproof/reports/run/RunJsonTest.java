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
                 "quarantined": [],
                 "measurements": [
                   {"name": "press to publish", "count": 1, "min": 2.000, "median": 2.000,
                    "p95": 2.000, "max": 2.000, "unit": "ms", "limit": null, "marginal": false},
                   {"name": "publish to LED", "count": 1, "min": 2.200, "median": 2.200,
                    "p95": 2.200, "max": 2.200, "unit": "ms", "limit": 2000.000,
                    "marginal": false}],
                 "report": "out/index.html"}
                """);
    assertThat(new ObjectMapper().readTree(RunJson.of(run, "out/index.html"))).isEqualTo(expected);
  }

  @Test
  void measurements_of_a_name_are_put_together_and_marginal_if_one_of_them_is() throws Exception {
    RunRecord run =
        Sample.run(
            Sample.scenario(
                "Once", 9, Sample.passed(), Sample.recording(Sample.measured(1, "boot", 50, 100))),
            Sample.scenario(
                "Twice",
                20,
                Sample.passed(),
                Sample.recording(
                    Sample.measured(2, "boot", 81, 100), Sample.measured(3, "boot", 60, 100))));

    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                [{"name": "boot", "count": 3, "min": 50.000, "median": 60.000, "p95": 81.000,
                  "max": 81.000, "unit": "ms", "limit": 100.000, "marginal": true}]
                """);
    assertThat(new ObjectMapper().readTree(RunJson.of(run, "r")).at("/measurements"))
        .isEqualTo(expected);
  }

  @Test
  void hostile_names_parse_back() throws Exception {
    RunRecord run =
        Sample.run(Sample.scenario("\"\\\u0000\ud83d", 1, Sample.passed(), Sample.recording()));

    JsonNode read = new ObjectMapper().readTree(RunJson.of(run, "r"));

    assertThat(read.at("/scenarios/0/name").asText()).isEqualTo("\"\\\u0000\uFFFD");
  }

  @Test
  void what_is_quarantined_is_listed_with_its_owner_and_does_not_count() throws Exception {
    JsonNode json = new ObjectMapper().readTree(RunJson.of(Sample.withQuarantine(), "r"));

    assertThat(json.at("/verdicts/failed").asInt()).isZero();
    assertThat(json.at("/scenarios")).hasSize(1);
    assertThat(json.at("/quarantined/0/owner").asText()).isEqualTo("ann");
    assertThat(json.at("/quarantined/0/until").asText()).isEqualTo("2026-12-24");
    assertThat(json.at("/quarantined/0/why").asText()).isEqualTo("relay 1 sticks <b>");
    assertThat(json.at("/quarantined/0/scenario/verdict").asText()).isEqualTo("FAILED");
  }

  @Test
  void a_cause_names_the_part_that_is_at_fault() throws Exception {
    JsonNode json = new ObjectMapper().readTree(RunJson.of(Sample.mixed(), "r"));

    assertThat(json.at("/scenarios/1/cause/part").asText()).isEqualTo("eyes");
    assertThat(json.at("/scenarios/2/cause/part").isMissingNode()).isTrue();
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
