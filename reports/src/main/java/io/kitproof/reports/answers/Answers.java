package io.kitproof.reports.answers;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A student's written answers, by the numbers of the questions. */
public final class Answers {
  private final SortedMap<Integer, Answer> answers;

  private Answers(Map<Integer, Answer> answers) {
    this.answers = new TreeMap<>(answers);
  }

  /**
   * Reads {@code answers.md} (headings or list items with numbers, as {@code 1.}, {@code 1)},
   * {@code ## 1}, {@code Q1:}, {@code **1**}) or {@code answers.yaml} (a map of number to text), in
   * UTF-8.
   *
   * @throws UnreadableAnswersException if the file isn't there, is no plain file, is larger than 1
   *     MB or not UTF-8, or has no numbered answers
   */
  public static Answers read(Path file) {
    String name = String.valueOf(file.getFileName());
    String text = AnswerFile.text(file);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Map<Integer, Answer> answers =
        ending.equals("yaml") || ending.equals("yml")
            ? YamlAnswers.read(name, text)
            : MarkdownAnswers.read(text);
    if (answers.isEmpty()) {
      throw new UnreadableAnswersException(
          AnswerFile.shown(file)
              + " has no numbered answers: begin each with its number, such as 1.");
    }
    return new Answers(answers);
  }

  /** Answers that are text already. */
  public static Answers of(Map<Integer, String> texts) {
    Map<Integer, Answer> answers = new TreeMap<>();
    texts.forEach((number, text) -> answers.put(number, new Answer(text, false)));
    return new Answers(answers);
  }

  /** The numbers that have an answer, also an empty one. */
  public Set<Integer> numbers() {
    return Collections.unmodifiableSet(answers.keySet());
  }

  /** What was written for a question, as it was written; it is hostile text. */
  public Optional<String> text(int number) {
    return answer(number).map(Answer::text);
  }

  Optional<Answer> answer(int number) {
    return Optional.ofNullable(answers.get(number));
  }
}
