package io.kitproof.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.Judgement;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import io.kitproof.reports.ScenarioRecord;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunMarkdownTest {
  @Test
  void it_has_the_counts_the_causes_and_the_files_of_the_evidence() {
    RunRecord run =
        Sample.run(
            Sample.scenario("A press puts it out", 9, Sample.passed(), Sample.recording()),
            Sample.scenario("A press lights it", 14, Sample.failed(), Sample.recording()));

    assertThat(RunMarkdown.of(run, ZoneOffset.UTC, Optional.empty()))
        .isEqualTo(
            """
            ## Kitproof on lab-3: a kit did not do what it should

            23 Nov 2026, 01:10:03 +00:00, 6.13 s, cloud local.

            | passed | failed | rig | flaky | not run | in quarantine |
            |---|---|---|---|---|---|
            | 1 | 1 | 0 | 0 | 0 | 0 |

            ### failed: A press lights it

            05\\_two\\_kits.feature:14, 3.06 s, `timeline/002-a-press-lights-it.html`

            Blamed: the kit

                LED1 of subscriber should turn on within 2000 ms, but stayed off.
                  expected  LED1 of subscriber turns on at +0.0 ms to +2000.0 ms
                  seen      off in all 100 samples over 2014 ms
                            +4.6 ms  subscriber console: light on
                  evidence  the timeline of this scenario, from t=1.000 s on
                  next      kitproof doctor subscriber

            Report: index.html
            """);
  }

  @Test
  void it_links_to_the_evidence_where_the_report_will_be() {
    RunRecord run = Sample.run(Sample.scenario("A press", 14, Sample.failed(), Sample.recording()));

    assertThat(RunMarkdown.of(run, ZoneOffset.UTC, Optional.of("https://ci/7/report/")))
        .contains("### failed: [A press](https://ci/7/report/timeline/001-a-press.html)\n")
        .endsWith("Report: [index.html](https://ci/7/report/index.html)\n");
  }

  @Test
  void what_is_quarantined_stands_under_a_heading_of_its_own() {
    assertThat(RunMarkdown.of(Sample.withQuarantine(), ZoneOffset.UTC, Optional.empty()))
        .startsWith("## Kitproof on lab-3: nothing failed\n")
        .contains("| 1 | 0 | 0 | 0 | 0 | 1 |")
        .contains(
            """
            ### In quarantine, deciding nothing

            * A press lights it: It failed: LED1 of subscriber should turn on within 2000 ms, but stayed off. Quarantined by ann until 2026-12-24: relay 1 sticks &lt;b>
            """);
  }

  @Test
  void text_of_unknown_origin_stays_text() {
    Judgement failed =
        Judgement.of(new AssertionError("seen ```\n\n<script>\n# big"), Sample.recording());
    RunRecord run =
        Sample.run(Sample.scenario("](x) <b> |`*_ @all", 1, failed, Sample.recording()));

    assertThat(RunMarkdown.of(run, ZoneOffset.UTC, Optional.empty()))
        .contains("### failed: \\](x) &lt;b> \\|\\`\\*\\_ \\@all\n")
        .contains("    seen ```\n\n    <script>\n    # big\n");
  }

  @Test
  void a_night_of_failures_is_not_told_whole() {
    ScenarioRecord one = Sample.scenario("x", 1, Sample.failed(), Sample.recording());

    assertThat(
            RunMarkdown.of(
                new RunRecord("lab-3", "local", Sample.BEGAN, Collections.nCopies(60, one), true),
                ZoneOffset.UTC,
                Optional.empty()))
        .contains("The run was stopped before its end.", "and 10 more, see the report.");
    assertThat(
            RunMarkdown.of(
                new RunRecord("lab-3", "local", Sample.BEGAN, List.of(one), false),
                ZoneOffset.UTC,
                Optional.empty()))
        .doesNotContain("more, see");
  }
}
