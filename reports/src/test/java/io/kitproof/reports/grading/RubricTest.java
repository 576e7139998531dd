package io.kitproof.reports.grading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RubricTest {
  @Test
  void one_ships_with_points_for_every_exercise() {
    Rubric rubric = Rubric.course();

    assertThat(rubric.title()).isEqualTo("WICED Wi-Fi 101, MQTT and AWS IoT");
    assertThat(rubric.items().stream().map(Rubric.Item::exercise).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("02", "03", "04", "05", "06");
    assertThat(rubric.of(List.of("03"))).hasSize(12);
    assertThat(rubric.items()).noneMatch(item -> item.hint().isEmpty());
    assertThat(rubric.digest()).hasSize(64);
  }

  @Test
  void what_cant_be_right_is_told_at_once() {
    assertThatThrownBy(
            () ->
                RubricReader.parse(
                    """
                    items:
                      - {id: Presses, exercise: "01", text: It presses, points: 0, scenarios: "@a"}
                      - {id: q1, exercise: "03", text: A question, points: 1, question: 0}
                      - {id: q1, exercise: "03", text: Both, points: 1, question: 1, scenarios: "@a"}
                      - {credit: some}
                    """,
                    "mine.yaml"))
        .isInstanceOf(RubricException.class)
        .hasMessage(
            """
            13 findings in the rubric; nothing was graded.
              mine.yaml:1: The rubric has no "rubric": write rubric: <the name of the course>.
              mine.yaml:2: "id" of item 1 should be a word of small letters, digits and '-', but is "Presses".
              mine.yaml:2: "points" of item 1 should be a number from 0.01 to 1000, but is "0".
              mine.yaml:2: Unknown exercise "01" in item 1. Known: 02, 03, 04, 05, 06.
              mine.yaml:3: "question" of item 2 should be a whole number from 1 to 99, but is "0".
              mine.yaml:4: Item 3 is either for scenarios or for a question: write scenarios: <tags>, or question: <its number>.
              mine.yaml:4: There is an item "q1" already.
              mine.yaml:5: Item 4 has no "exercise": write exercise: ….
              mine.yaml:5: Item 4 has no "id": write id: ….
              mine.yaml:5: Item 4 has no "points": write points: ….
              mine.yaml:5: Item 4 has no "text": write text: ….
              mine.yaml:5: Item 4 is either for scenarios or for a question: write scenarios: <tags>, or question: <its number>.
              mine.yaml:5: Unknown credit "some" in item 4. Known: all, partial.""");
  }

  @Test
  void rubric_without_items_is_told() {
    assertThatThrownBy(() -> RubricReader.parse("rubric: mine\n", "mine.yaml"))
        .hasMessage(
            "1 finding in the rubric; nothing was graded.\n"
                + "  mine.yaml:1: The rubric gives no points: write items: [{id: …, points: …}].");
  }

  @Test
  void file_that_cant_be_read_is_told(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.yaml");
    Path latin = Files.writeString(folder.resolve("latin.yaml"), "rubric: \u00fc", ISO_8859_1);

    assertThatThrownBy(() -> Rubric.load(none))
        .hasMessage(
            "1 finding in the rubric; nothing was graded.\n  "
                + none
                + ": The rubric can't be read: java.nio.file.NoSuchFileException: "
                + none
                + ".");
    assertThatThrownBy(() -> Rubric.load(latin))
        .hasMessage(
            "1 finding in the rubric; nothing was graded.\n  "
                + latin
                + ":1: The rubric should be UTF-8, but has other bytes here.");
  }
}
