package io.kitproof.steps.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.reports.Cause;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Mark;
import io.kitproof.reports.grading.NamedCause;
import io.kitproof.reports.grading.Note;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  @TempDir private Path folder;

  private static Grade grade(String name) {
    return new Grade(
        name,
        "Zo\u00eb",
        List.of("half of it"),
        List.of(
            new Mark(
                "02-starts",
                "02",
                "It starts",
                Mark.Outcome.GRADED,
                new BigDecimal("1.5"),
                new BigDecimal("3"),
                "1 of 2 scenarios passed",
                List.of("It boots"),
                "read the console")),
        List.of(
            new NamedCause(
                List.of("qos-0"), List.of(new Cause.Explanation("qos-0", "It is.", "mend it")))),
        List.of(new Note("publisher", "pair-files", "they do not fit", "")));
  }

  private void keep(String key, Grade grade) throws IOException {
    try (Journal journal = Journal.open(folder)) {
      journal.keep(key, grade);
    }
  }

  @Test
  void what_was_kept_is_there_the_next_time_as_it_was() throws IOException {
    keep("k1", grade("ada"));
    keep("k2", grade("bob"));

    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.find("k1")).contains(grade("ada"));
      assertThat(journal.find("k2")).contains(grade("bob"));
      assertThat(journal.find("k3")).isEmpty();
    }
  }

  @Test
  void line_that_was_not_written_to_its_end_is_forgotten_and_written_over() throws IOException {
    keep("k1", grade("ada"));
    Path file = folder.resolve("journal.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2), StandardOpenOption.APPEND);

    keep("k2", grade("bob"));

    assertThat(Files.readAllLines(file)).hasSize(2);
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.find("k1")).contains(grade("ada"));
      assertThat(journal.find("k2")).contains(grade("bob"));
    }
  }

  @Test
  void line_of_a_stranger_ends_what_is_believed() throws IOException {
    keep("k1", grade("ada"));
    Path file = folder.resolve("journal.jsonl");
    Files.writeString(file, "{\"key\":7,\"grad\n" + Files.readString(file));

    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.find("k1")).isEmpty();
    }
    assertThat(file).isEmptyFile();
  }

  @Test
  void two_gradings_do_not_share_a_folder() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.find("k1")).isEmpty();
      assertThatThrownBy(() -> Journal.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessage("Another grading is at work in " + folder + ".");
    }
  }
}
