package io.kitproof.steps.grading;

import io.kitproof.fixtures.submission.Submission;
import io.kitproof.reports.answers.AnswerKey;
import io.kitproof.reports.answers.Answers;
import io.kitproof.reports.answers.QuestionGrade;
import io.kitproof.reports.answers.Standing;
import io.kitproof.reports.answers.UnreadableAnswersException;
import io.kitproof.reports.grading.Mark;
import io.kitproof.reports.grading.Mark.Outcome;
import io.kitproof.reports.grading.Marking;
import io.kitproof.reports.grading.Rubric.Item;
import java.util.List;
import java.util.Optional;

/**
 * What the answers to exercise 03 are worth.
 *
 * @param grades by the course's key; none where there are no answers that can be read
 * @param reasons why they can't be read
 */
record Written(List<QuestionGrade> grades, List<String> reasons) {
  private static final String NONE = "no answers were handed in";

  static Written of(Submission submission) {
    if (submission.answers().isEmpty()) {
      return new Written(List.of(), List.of());
    }
    try {
      return new Written(
          AnswerKey.course().grade(Answers.read(submission.answers().get())), List.of());
    } catch (UnreadableAnswersException e) {
      return new Written(List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }

  /** What a question is worth; what nobody can tell is left for a person. */
  Mark mark(Item item, int number) {
    if (!reasons.isEmpty()) {
      return Marking.ungraded(item, Outcome.UNREADABLE, "");
    }
    if (grades.isEmpty()) {
      return Marking.shared(item, 0, NONE);
    }
    Optional<QuestionGrade> grade =
        grades.stream().filter(one -> one.number() == number).findFirst();
    if (grade.isEmpty()) {
      return Marking.ungraded(item, Outcome.LOOK, "the key has no question " + number);
    }
    return grade.get().standing() == Standing.UNCERTAIN
        ? Marking.ungraded(item, Outcome.LOOK, grade.get().feedback())
        : Marking.shared(item, grade.get().share(), grade.get().feedback());
  }
}
