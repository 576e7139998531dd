package io.kitproof.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import io.kitproof.reports.evidence.TimelinePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {
  private static final RunRecord RUN =
      Sample.run(
          Sample.scenario("Lights up", 9, Sample.passed(), Sample.recording(Sample.press(true))),
          Sample.scenario("Goes out", 12, Sample.failed(), Sample.recording(Sample.press(false))));

  private static List<String> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void it_holds_the_page_the_document_and_a_timeline_a_scenario_with_its_page(@TempDir Path temp)
      throws Exception {
    Path page = ReportFolder.write(RUN, temp.resolve("a/b"), ZoneOffset.UTC);

    assertThat(page).isEqualTo(temp.resolve("a/b/index.html"));
    assertThat(files(temp.resolve("a/b")))
        .containsExactly(
            "index.html",
            "junit.xml",
            "run.json",
            "summary.md",
            "timeline/001-lights-up.html",
            "timeline/001-lights-up.jsonl",
            "timeline/002-goes-out.html",
            "timeline/002-goes-out.jsonl");
    Path record = temp.resolve("a/b/timeline/002-goes-out.jsonl");
    assertThat(Files.readString(temp.resolve("a/b/timeline/002-goes-out.html")))
        .isEqualTo(TimelinePage.of(record));
    assertThat(Files.readString(temp.resolve("a/b/run.json")))
        .isEqualTo(RunJson.of(RUN, "index.html"));
  }

  @Test
  void a_second_run_leaves_no_timeline_of_the_first(@TempDir Path folder) throws Exception {
    Path page = ReportFolder.write(RUN, folder, ZoneOffset.UTC);
    String first = Files.readString(page);

    RunRecord empty = new RunRecord("lab-3", "local", Sample.BEGAN, List.of(), true);
    assertThat(ReportFolder.write(empty, folder, ZoneOffset.UTC)).isEqualTo(page);

    assertThat(files(folder)).containsExactly("index.html", "junit.xml", "run.json", "summary.md");
    assertThat(Files.readString(page)).isNotEqualTo(first);
  }

  @Test
  void both_attempts_at_a_scenario_leave_their_timelines(@TempDir Path folder) throws Exception {
    RunRecord run = Sample.run(Sample.repeated());

    Path page = ReportFolder.write(run, folder, ZoneOffset.UTC);

    assertThat(files(folder))
        .contains("timeline/001-lights-up-first.jsonl", "timeline/001-lights-up.jsonl");
    assertThat(Files.readString(folder.resolve("timeline/001-lights-up-first.jsonl")))
        .contains("eyes has no port")
        .doesNotContain("turned on");
    assertThat(page).isRegularFile();
  }
}
