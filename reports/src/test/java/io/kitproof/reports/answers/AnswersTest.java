package io.kitproof.reports.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswersTest {
  @TempDir private Path folder;

  private Answers markdown(String text) {
    return Answers.read(Written.file(folder, "answers.md", text));
  }

  private Answers yaml(String text) {
    return Answers.read(Written.file(folder, "answers.yaml", text));
  }

  private void refused(Path file, String message) {
    assertThatThrownBy(() -> Answers.read(file).numbers())
        .isInstanceOf(UnreadableAnswersException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. one\n2. two\n",
        "1) one\n2) two\n",
        "1: one\n2: two",
        "1.one\n2)two",
        "## 1\none\n## 2\ntwo\n",
        "## 1. one\n\n## 2. two\n",
        "# Answers\n\n### Question 1\none\n### Question 2\ntwo",
        "Q1: one\nQ2: two",
        "q1 one\nQ2) two",
        "**1** one\n**2** two",
        "**1.** one\n**2.** two",
        "**1. one**\n**2. two**",
        "**Q1:** one\n\n**Q2:** two",
        "A1 - one\nA2 \u2013 two",
        "Name: Ada\n  1. one\n  2. two",
        "\ufeff1. one\r\n2. two\r\n",
        "1. one\r2. two"
      })
  void numbers_are_found_however_they_are_written(String text) {
    Answers answers = markdown(text);

    assertThat(answers.numbers()).containsExactly(1, 2);
    assertThat(answers.text(1).orElseThrow().replace("*", "")).isEqualTo("one");
    assertThat(answers.text(2).orElseThrow().replace("*", "")).isEqualTo("two");
    assertThat(answers.text(3)).isEmpty();
  }

  @Test
  void answer_may_have_lines_and_code() {
    Answers answers =
        markdown("1. one\n   more\n\n```c\n2. not this\n# 3\n```\nend\n2. two\n```\n3. three");

    assertThat(answers.text(1)).contains("one\n   more\n\n```c\n2. not this\n# 3\n```\nend");
    assertThat(answers.text(2)).contains("two\n```");
    assertThat(answers.text(3)).contains("three");
  }

  @Test
  void numbers_in_the_text_are_text() {
    assertThat(markdown("1. one\n3 retries are made\n5000 ms\n2024. no\n- 4. no\n").numbers())
        .containsExactly(1);
    assertThat(markdown("## 1\n1. a step\n2. a step\n## 2\ntwo\n").text(1))
        .contains("1. a step\n2. a step");
  }

  @Test
  void steps_in_an_answer_are_not_other_answers() {
    Answers answers = markdown("1. one\n2. two\n3. three\n1. a\n2. b\n4. four\n");

    assertThat(answers.text(3)).contains("three\n1. a\n2. b");
    assertThat(answers.text(4)).contains("four");
    assertThat(answers.answer(3)).contains(new Answer("three\n1. a\n2. b", false));
  }

  @Test
  void number_that_comes_twice_is_doubtful() {
    assertThat(markdown("## 1\none\n## 2\ntwo\n## 1\nother\n").answer(1))
        .contains(new Answer("one\nother", true));
    assertThat(markdown("1. one\n2. two\n3. three\n2. other\n").answer(2))
        .contains(new Answer("two\nother", true));
    assertThat(yaml("1: one\nQ1: other\n").answer(1)).contains(new Answer("one\nother", true));
  }

  @Test
  void yaml_is_a_map_of_numbers() {
    Answers answers = yaml("1: No\n\"2\": |\n  two\n  lines\nq3: [a, b]\n12:\n");

    assertThat(answers.numbers()).containsExactly(1, 2, 3, 12);
    assertThat(answers.text(1)).contains("No");
    assertThat(answers.text(2)).contains("two\nlines\n");
    assertThat(answers.text(3)).contains("a\nb");
    assertThat(answers.text(12)).contains("");
  }

  @Test
  void yaml_that_is_none_is_told_with_its_line() {
    refused(
        Written.file(folder, "a.yaml", "1: one\n2: {a: b}\n"),
        "\"a.yaml\" can't be read, line 2: The answer should be text, but is a map or nested.");
    refused(
        Written.file(folder, "a.yaml", "1: one\ntwo: b\n"),
        "\"a.yaml\" can't be read, line 2: The key should be a question's number, but is \"two\".");
    refused(
        Written.file(folder, "a.yaml", "- one\n"),
        "\"a.yaml\" can't be read, line 1: It should be a map of numbers to answers, such as 1:"
            + " text.");
    refused(
        Written.file(folder, "a.yaml", "1: &a one\n2: *a\n"),
        "\"a.yaml\" can't be read, line 1: A file of answers has no anchors, but here is &a; remove"
            + " it.");
    refused(
        Written.file(folder, "a.yaml", ""),
        "\"a.yaml\" can't be read, line 1: There are no answers in it.");
  }

  @Test
  void encodings_other_than_utf_8_are_named() {
    byte[] latin = "1. gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1);
    byte[] wide = "\ufeff1. one".getBytes(StandardCharsets.UTF_16LE);
    byte[] big = "\ufeff1. one".getBytes(StandardCharsets.UTF_16BE);

    refused(
        Written.file(folder, "a.md", latin),
        "\"a.md\" is not UTF-8 from byte 5 on (from 0). Save it anew as UTF-8.");
    String utf16 = "\"a.md\" is UTF-16, as its first two bytes say. Save it anew as UTF-8.";
    refused(Written.file(folder, "a.md", wide), utf16);
    refused(Written.file(folder, "a.md", big), utf16);
  }

  @Test
  void file_that_is_none_is_told() throws IOException {
    Path secret = Written.file(folder, "secret", "1. one");

    refused(folder.resolve("a.md"), "\"a.md\" is not there.");
    String plain = "\"a.md\" should be a plain file, but is a folder, a link or a device.";
    Path link = Files.createSymbolicLink(folder.resolve("a.md"), secret);
    refused(link, plain);
    Files.delete(link);
    refused(Files.createDirectory(folder.resolve("a.md")), plain);
  }

  @Test
  void file_without_numbers_or_too_large_is_told() {
    refused(
        Written.file(folder, "a.md", "publish_callback\n"),
        "\"a.md\" has no numbered answers: begin each with its number, such as 1.");
    refused(
        Written.file(folder, "a.md", "1. " + "x".repeat(1 << 20)),
        "\"a.md\" is larger than 1 MB; twelve answers are a page or two.");
  }
}
