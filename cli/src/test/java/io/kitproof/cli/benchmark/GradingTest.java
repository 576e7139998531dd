package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.cli.Ran;
import io.kitproof.cli.benchmark.SampleClass.Student;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.submission.Reading;
import io.kitproof.fixtures.submission.Role;
import io.kitproof.fixtures.submission.Seat;
import io.kitproof.fixtures.submission.Seat.Seating;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.fixtures.submission.Submissions;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.NamedCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GradingTest {
  private static final Student RIGHT = Student.right("ada", "02", Role.PUBLISHER);
  private static final Student WRONG = Student.wrong("bob", "02", Mistake.QOS_0, Role.PUBLISHER);

  @Test
  void class_of_thirty_is_ten_right_ones_and_twenty_mistakes() {
    List<Student> thirty = SampleClass.thirty();

    assertThat(thirty).hasSize(30);
    assertThat(thirty.stream().filter(student -> student.wrong().isEmpty())).hasSize(10);
    assertThat(thirty.stream().flatMap(student -> student.wrong().stream()))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void all_they_hand_in_fits_the_virtual_bench(@TempDir Path folder) throws IOException {
    Path submissions = Files.createDirectory(folder.resolve("class"));
    SampleClass.write(SampleClass.thirty(), submissions);

    List<Reading> read = Submissions.in(submissions, folder);

    assertThat(read).hasSize(30).allMatch(Submission.class::isInstance);
    assertThat(read)
        .allSatisfy(
            one ->
                assertThat(Seat.of((Submission) one, BenchFile.load("virtual"), 1))
                    .isInstanceOf(Seating.Done.class));
  }

  private static Grade grade(String name, String... codes) {
    List<NamedCause> causes =
        List.of(codes).stream().map(code -> new NamedCause(List.of(code), List.of())).toList();
    return new Grade(name, name, List.of(), List.of(), causes, List.of());
  }

  private static GradingRun run(String sheet, Grade... grades) {
    return GradingRun.of(List.of(RIGHT, WRONG), List.of(grades), 4, 12_300_000_000L, sheet);
  }

  @Test
  void full_marks_and_named_mistakes_are_counted() {
    GradingRun fine = run("a", grade("ada"), grade("bob", "qos-0"));

    assertThat(fine.right()).isTrue();
    assertThat(GradingRun.heading())
        .isEqualTo("submissions  benches   seconds  right, full marks   wrong, named  same sheet");
    assertThat(fine.row(fine))
        .isEqualTo("          2        4      12.3             1 of 1         1 of 1           -");
    assertThat(fine.row(run("b", grade("ada"), grade("bob", "qos-0")))).endsWith(" no");
    assertThat(run("a", grade("ada"), grade("bob", "qos-0")).row(fine)).endsWith(" yes");
  }

  @Test
  void lines_that_differ_from_the_first_sheet_are_told() {
    GradingRun first = run("head\nada,2\nbob,0\n", grade("ada"), grade("bob", "qos-0"));
    GradingRun second = run("head\nada,2\nbob,1\n", grade("ada"), grade("bob", "qos-0"));

    assertThat(second.unlike(first)).containsExactly("bob,1");
  }

  @Test
  void what_did_not_come_out_right_is_told() {
    Grade lost = Grade.refused("ada", "Ada", List.of("There is no submission.yaml."));

    GradingRun bad = run("a", lost, grade("bob", "retained-publish", "qos-0"));

    assertThat(bad.right()).isFalse();
    assertThat(bad.complaints())
        .containsExactly(
            "ada: 0 of 0 points, not graded, causes []",
            "bob: 0 of 0 points, graded, causes [retained-publish, qos-0]");
    assertThat(bad.json(bad))
        .containsEntry("full_marks", 0)
        .containsEntry("named", 0)
        .containsEntry("same_sheet", true);
  }

  @Test
  void no_bench_at_all_is_refused() {
    assertThat(Ran.command("benchmark", "grade", "--benches", "0").err())
        .isEqualTo("--benches should be at least 1, not 0." + System.lineSeparator());
  }
}
