package io.kitproof.reports.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerKeyTest {
  private static final String KEY =
      """
      questions:
        3:
          asks: who wakes whom
          points: 2.5
          hint: Look at the loop.
          elements:
            - about: the one who wakes
              any: [button]
              weight: 3
            - about: the one who is woken
              any: [main thread]
            - about: the way
              any: [semaphore]
              required: false
      """;

  @TempDir private Path folder;

  private AnswerKey load(String yaml) {
    return AnswerKey.load(Written.file(folder, "key.yaml", yaml));
  }

  private void refused(String yaml, String... findings) {
    assertThatThrownBy(() -> load(yaml).questions())
        .isInstanceOf(AnswerKeyException.class)
        .hasMessage("key.yaml can't be used:\n  " + String.join("\n  ", findings));
  }

  @Test
  void teachers_key_grades_by_its_weights_and_names_what_is_missing_without_giving_it_away() {
    AnswerKey key = load(KEY);

    assertThat(key.questions()).containsExactly(new Question(3, "who wakes whom", 2.5));
    assertThat(Written.graded(key, 3, "The button."))
        .isEqualTo(
            new QuestionGrade(
                3,
                Standing.PARTIAL,
                0.75,
                "Part of it is there. Missing: the one who is woken. Hint: Look at the loop."));
    assertThat(Written.graded(key, 3, "The button wakes the main thread."))
        .isEqualTo(new QuestionGrade(3, Standing.CORRECT, 1, "Right. One could add: the way."));
    assertThat(Written.graded(key, 3, "The button wakes the main thread by a semaphore."))
        .isEqualTo(new QuestionGrade(3, Standing.CORRECT, 1, "Right."));
    assertThat(Written.graded(key, 3, "The moon."))
        .isEqualTo(
            new QuestionGrade(
                3,
                Standing.WRONG,
                0,
                "What the question asks for is not there. Hint: Look at the loop."));
  }

  @Test
  void doubtful_answer_says_what_to_look_at_and_counts_what_is_sure() {
    assertThat(Written.graded(load(KEY), 3, "The button wakes not the main thread."))
        .isEqualTo(
            new QuestionGrade(
                3,
                Standing.UNCERTAIN,
                0.75,
                "Not decided, a person should look at it: \"main\" stands after a \"not\": the one"
                    + " who is woken."));
    assertThat(Written.graded(AnswerKey.course(), 6, "No. All messages must be JSON.").feedback())
        .isEqualTo("Not decided, a person should look at it: it says both yes and no.");
    assertThat(Written.graded(AnswerKey.course(), 6, "shadow").feedback())
        .isEqualTo("Not decided, a person should look at it: it says neither yes nor no.");
    assertThat(Written.graded(AnswerKey.course(), 2, "publish_callback?").feedback())
        .isEqualTo("Not decided, a person should look at it: it is put as a question.");
    assertThat(Written.graded(AnswerKey.course(), 2, "x ".repeat(5000)).feedback())
        .isEqualTo("Not decided, a person should look at it: it is longer than 8000 characters.");
  }

  @Test
  void number_that_stands_twice_is_left_to_a_person() {
    Path file = Written.file(folder, "answers.md", "## 2\npublish_callback\n## 2\nother\n");

    assertThat(AnswerKey.course().grade(Answers.read(file)).get(1))
        .isEqualTo(
            new QuestionGrade(
                2,
                Standing.UNCERTAIN,
                1,
                "Not decided, a person should look at it: the number 2 stands in the file twice."));
  }

  @Test
  void contrary_of_a_yes_or_no_is_told() {
    assertThat(Written.graded(AnswerKey.course(), 6, "Yes, in JSON, like the shadow."))
        .isEqualTo(
            new QuestionGrade(
                6,
                Standing.WRONG,
                0,
                "It says yes where no is right, or no for yes. Hint: Compare the texts that this"
                    + " program publishes with those of the shadow program."));
  }

  @Test
  void mistakes_in_a_key_are_told_all_at_once_with_line_and_key() {
    refused(
        KEY.replace("points: 2.5", "points: many")
            .replace("asks: who", "ask: who")
            .replace("any: [main thread]", "any: main thread")
            .replace("required: false", "required: perhaps"),
        "line 3: Unknown key \"ask\" in question 3. Keys: asks, elements, hint, points.",
        "line 3: \"asks\" of question 3 should be a text.",
        "line 4: \"points\" of question 3 should be a number above 0 and below 1000.",
        "line 11: \"any\" of an element of question 3 should be a list.",
        "line 11: \"any\" of an element of question 3 needs at least one way to say it.",
        "line 14: \"required\" of an element of question 3 should be true or false.");
    refused(
        "questions:\n  one: {}\n",
        "line 2: A question's key should be its number, but is \"one\".");
    refused("names: [a_b]\n", "line 1: The answer key has no \"questions\".");
    refused(
        "questions: {1: {asks: a, hint: b}}\n",
        "line 1: \"elements\" of question 1 needs at least one element that is required.");
    refused("- a\n", "line 1: Here should be the answer key, a map of keys.");
    refused("", "line 1: The answer key is empty; it needs questions.");
    refused(
        "a: b: c\n", "line 1: This is not YAML: mapping values are not allowed here, column 5.");
  }

  @Test
  void key_that_is_not_there_is_told() {
    assertThatThrownBy(() -> AnswerKey.load(folder.resolve("key.yaml")).questions())
        .isInstanceOf(AnswerKeyException.class)
        .hasMessage("key.yaml can't be used:\n  \"key.yaml\" is not there.");
  }

  @Test
  void course_key_is_a_key_to_begin_with() {
    assertThat(load(AnswerKey.courseText()).questions()).isEqualTo(AnswerKey.course().questions());
  }
}
