package io.kitproof.reports.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Answers as students write them; how each stands is in the table beside this test. */
final class CourseKeyTest {
  private static final AnswerKey KEY = AnswerKey.course();

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "course-answers.csv", delimiter = '|', maxCharsPerColumn = 10_000)
  void answers_stand_as_a_teacher_would_say(int number, Standing standing, String answer) {
    QuestionGrade grade = Written.graded(KEY, number, answer.replace("\\n", "\n"));

    assertThat(grade.standing()).as(grade.toString()).isEqualTo(standing);
  }

  @Test
  void key_has_the_twelve_questions_for_one_point_each() {
    assertThat(KEY.questions())
        .extracting(Question::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    assertThat(KEY.questions()).extracting(Question::points).containsOnly(1.0);
  }

  @Test
  void questions_without_an_answer_are_missing() {
    List<QuestionGrade> grades = KEY.grade(Answers.of(Map.of()));

    assertThat(grades).hasSize(12);
    assertThat(grades.get(0))
        .isEqualTo(new QuestionGrade(1, Standing.MISSING, 0, "There is no answer."));
    assertThat(grades).extracting(QuestionGrade::standing).containsOnly(Standing.MISSING);
  }
}
