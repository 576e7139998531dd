package io.kitproof.reports.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that means harm: it is graded or refused, and soon. */
final class HostileAnswersTest {
  private static final AnswerKey KEY = AnswerKey.course();
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private static Stream<String> answers() {
    return Stream.of(
            "x",
            "_",
            "**",
            "`",
            "<b>",
            "[",
            "((",
            "not ",
            "a_",
            "publish_callbac ",
            "wake ",
            "\u202e",
            "\0",
            "\ud83d\ude00",
            "1. ",
            "\n",
            ". ",
            "'",
            "a.b/",
            "no yes ",
            "\u0130",
            "semaphor ")
        .map(part -> part.repeat(100_000 / part.length()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("answers")
  void long_answers_are_graded_soon(String text) {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          Map<Integer, String> all =
              IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toMap(n -> n, n -> text));
          assertThat(KEY.grade(Answers.of(all)))
              .extracting(QuestionGrade::standing)
              .isSubsetOf(Standing.UNCERTAIN, Standing.MISSING);
          Map<Integer, String> cut =
              IntStream.rangeClosed(1, 12)
                  .boxed()
                  .collect(Collectors.toMap(n -> n, n -> text.substring(0, 8000)));
          assertThat(KEY.grade(Answers.of(cut))).hasSize(12);
        });
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("answers")
  void long_files_are_read_or_refused_soon(String text) {
    for (String name : new String[] {"a.md", "a.yaml"}) {
      for (String start : new String[] {"", "1. ", "1: ", "# 1\n", "# ", "**", "1: \"", "1: ["}) {
        Path file = Written.file(folder, name, start + text);
        assertTimeoutPreemptively(SOON, () -> readOrRefused(file));
      }
    }
  }

  private static void readOrRefused(Path file) {
    try {
      assertThat(KEY.grade(Answers.read(file))).hasSize(12);
    } catch (UnreadableAnswersException e) {
      assertThat(e).hasMessageStartingWith("\"a.");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void random_text_is_read_or_refused(long seed) {
    Random random = new Random(seed);
    String alphabet = "1234.)#*Q:\n `\"'_?!no,yes-\u202e\0\t[]{}&|>semaphore\ud83d\u00fc";
    for (int round = 0; round < 100; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(200, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
      readOrRefused(Written.file(folder, "a.md", text.toString()));
      readOrRefused(Written.file(folder, "a.yaml", text.toString()));
      byte[] bytes = new byte[100];
      random.nextBytes(bytes);
      readOrRefused(Written.file(folder, "a.md", bytes));
    }
  }

  @Test
  void what_is_quoted_steers_no_terminal() {
    QuestionGrade grade = Written.graded(KEY, 2, "publish_call\u001b[2J or \u202epublish_call");

    assertThat(grade.standing()).isEqualTo(Standing.UNCERTAIN);
    assertThat(grade.feedback().chars()).noneMatch(c -> c < ' ' || c == 0x202e);
  }
}
