package io.kitproof.reports.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradeSheetTest {
  private static GradeSheet sheet(Grade... grades) {
    return new GradeSheet(Marked.rubric(), 1, List.of(grades));
  }

  @Test
  void csv_has_a_line_a_submission_by_name_and_a_column_an_item() {
    GradeSheet sheet =
        sheet(
            Grade.refused("carl", "", List.of("There is no submission.yaml.")),
            Marked.grade("bob", "Bob, the \"Builder\"", Marked.failed(1, "wrong-led")),
            Marked.grade("ada", "Ada", Marked.passed(1)),
            Marked.grade("dora", "Dora", Marked.rig(1)));

    assertThat(GradeCsv.of(sheet))
        .isEqualTo(
            """
            submission,student,standing,points,of,cause,in words,presses,q1
            ada,Ada,graded,4,4,,,4,
            bob,"Bob, the ""Builder""\",graded,0,4,wrong-led,the kit switches the base board's LED,0,
            carl,,not graded,0,0,,There is no submission.yaml.,,
            dora,Dora,not graded: rig,0,0,,,not graded: rig,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void no_cell_is_a_formula_or_a_line_more() {
    String csv = GradeCsv.of(sheet(Marked.grade("ada", "=cmd|' /C calc'!A1\nx", Marked.passed(1))));

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains("\r\nada,'=cmd|' /C calc'!A1\\x0Ax,graded,");
  }

  @Test
  void json_says_the_same_and_more() throws IOException {
    GradeSheet sheet =
        sheet(
            Marked.grade(
                "bob", "Bob", Marked.passed(1), Marked.failed(2, "on-first", "no-toggle")));

    JsonNode json = new ObjectMapper().readTree(GradeJson.of(sheet));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("rubric", "seed", "standings", "submissions");
    assertThat(json.at("/standings/graded").asInt()).isEqualTo(1);
    JsonNode bob = json.at("/submissions/0");
    assertThat(bob.at("/points").decimalValue()).isEqualByComparingTo("2");
    assertThat(bob.at("/causes/0/codes/0").asText()).isEqualTo("on-first");
    assertThat(bob.at("/causes/0/codes/1").asText()).isEqualTo("no-toggle");
    assertThat(bob.at("/items/0/seen").asText()).isEqualTo("1 of 2 scenarios passed");
    assertThat(bob.at("/items/0/failed/0").asText()).isEqualTo("scenario 2");
  }

  @Test
  void terminal_gets_a_line_a_submission_and_the_counts() {
    GradeSheet sheet =
        sheet(
            Grade.refused("carl\u001b[2J", "", List.of("There is no submission.yaml.")),
            Marked.grade("bob", "Bob", Marked.failed(1, "wrong-led")));

    assertThat(GradeSummary.of(sheet))
        .isEqualTo(
            """
            bob                0 of 4  the kit switches the base board's LED
            carl\\x1B[2J                not graded: There is no submission.yaml.

            2 submissions: 1 graded, 1 not graded
            """);
  }
}
