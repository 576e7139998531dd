package io.kitproof.reports.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the answers to an exercise's questions should say; data that a teacher can edit. */
public final class AnswerKey {
  private final List<Item> items;
  private final Lexicon lexicon;

  AnswerKey(List<Item> items, Lexicon lexicon) {
    this.items = items;
    this.lexicon = lexicon;
  }

  /** The key of the course's exercise 03, which ships inside as {@code answer-key.yaml}. */
  public static AnswerKey course() {
    return KeyReader.read("answer-key.yaml", courseText());
  }

  /** The text of {@link #course()}, for a teacher to begin with. */
  public static String courseText() {
    try (InputStream in = AnswerKey.class.getResourceAsStream("answer-key.yaml")) {
      return new String(
          Objects.requireNonNull(in, "answer-key.yaml").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a teacher's own key.
   *
   * @throws AnswerKeyException if the file can't be read or the key can't be right, with all
   *     findings and their lines
   */
  public static AnswerKey load(Path file) {
    String source = String.valueOf(file.getFileName());
    try {
      return KeyReader.read(source, AnswerFile.text(file));
    } catch (UnreadableAnswersException e) {
      throw new AnswerKeyException(source, List.of(String.valueOf(e.getMessage())));
    }
  }

  /** The questions by number. */
  public List<Question> questions() {
    return items.stream().map(Item::question).toList();
  }

  /** Grades every question of the key, by number; answers to other numbers are not looked at. */
  public List<QuestionGrade> grade(Answers answers) {
    Answer none = new Answer("", false);
    return items.stream()
        .map(i -> i.grade(answers.answer(i.question().number()).orElse(none), lexicon))
        .toList();
  }
}
