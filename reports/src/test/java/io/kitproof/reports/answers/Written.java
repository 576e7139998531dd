package io.kitproof.reports.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Answers in files, as students hand them in. */
final class Written {
  private Written() {}

  static Path file(Path folder, String name, String text) {
    return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The grade of one answer. */
  static QuestionGrade graded(AnswerKey key, int number, String answer) {
    return key.grade(Answers.of(Map.of(number, answer))).stream()
        .filter(grade -> grade.number() == number)
        .findFirst()
        .orElseThrow();
  }
}
