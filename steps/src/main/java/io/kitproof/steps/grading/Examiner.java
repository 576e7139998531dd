package io.kitproof.steps.grading;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.programmer.Programming;
import io.kitproof.fixtures.provision.CloudRefusal;
import io.kitproof.fixtures.submission.Seat;
import io.kitproof.fixtures.submission.Seat.Seating;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.fixtures.timeline.InterruptedWaitException;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.grading.Causes;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Mark;
import io.kitproof.reports.grading.Mark.Outcome;
import io.kitproof.reports.grading.Marking;
import io.kitproof.reports.grading.NamedCause;
import io.kitproof.reports.grading.Rubric;
import io.kitproof.reports.grading.Rubric.Item;
import io.kitproof.reports.grading.Witnessed;
import io.kitproof.steps.CourseRun;
import io.kitproof.steps.Progress;
import io.kitproof.steps.Stopper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has one submission do its exercises on a bench, and gives its points. What the bench fails is
 * repeated once in a run, and then everything once more.
 *
 * @param seed of the virtual benches
 */
record Examiner(BenchFile bench, Rubric rubric, Tags tags, long seed, GradingListener told) {
  private static final String NOT_BUILT =
      "read what the programmer said on this page, from its first error on";

  /**
   * What came of it.
   *
   * @throws InterruptedWaitException when it was stopped; then nothing is known of it
   */
  Examined examine(Submission submission, Stopper stopper) {
    Seating seating = Seat.of(submission, bench, seed);
    if (seating instanceof Seating.Impossible impossible) {
      return refused(submission, impossible.reasons());
    }
    Seat seat = ((Seating.Done) seating).seat();
    try {
      return graded(submission, attempts(submission, seat, stopper));
    } catch (CloudRefusal e) {
      return refused(submission, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Examined refused(Submission submission, List<String> reasons) {
    return new Examined(
        Grade.refused(submission.name(), submission.student(), reasons), Witnessed.NOTHING);
  }

  private Examined graded(Submission submission, Attempt.Result result) {
    Written written = Written.of(submission);
    Sources sources = Sources.of(submission);
    List<Mark> marks = new ArrayList<>();
    for (Item item : rubric.of(submission.exercises())) {
      marks.add(
          item.question()
              .map(number -> written.mark(item, number))
              .orElseGet(() -> practical(item, result)));
    }
    Grade grade =
        new Grade(
            submission.name(),
            submission.student(),
            Stream.concat(written.reasons().stream(), sources.reasons().stream()).toList(),
            marks,
            causes(result),
            sources.notes());
    return new Examined(grade, new Witnessed(result.scenarios(), result.programmer()));
  }

  private Mark practical(Item item, Attempt.Result result) {
    if (result.failed().isEmpty()) {
      return new Marking(tags::belongs).of(item, result.scenarios());
    }
    Programming failed = result.failed().get();
    return failed instanceof Programming.NotBuilt notBuilt
        ? Marking.shared(item, 0, notBuilt.reason())
        : Marking.ungraded(item, Outcome.RIG, ((Programming.Rig) failed).reason());
  }

  private static List<NamedCause> causes(Attempt.Result result) {
    return result.failed().isPresent()
            && result.failed().get() instanceof Programming.NotBuilt notBuilt
        ? List.of(NamedCause.of(Mistake.OLD_IMAGE, notBuilt.reason(), NOT_BUILT))
        : Causes.of(result.scenarios());
  }

  private Attempt.Result attempts(Submission submission, Seat seat, Stopper stopper) {
    Optional<String> expression = Tags.any(rubric.of(submission.practical()));
    if (expression.isEmpty()) {
      return new Attempt.Result(List.of(), List.of(), Optional.empty());
    }
    CourseRun course =
        CourseRun.on(seat.bench())
            .with(seat.options())
            .only(submission.practical())
            .tagged(expression.get())
            .confirmed();
    Attempt attempt = new Attempt(submission, seat, course);
    Progress progress = telling(submission);
    Attempt.Result result = attempt.make(progress, stopper);
    return isRig(result) ? better(result, attempt.make(progress, stopper)) : result;
  }

  private static boolean isRig(Attempt.Result result) {
    return result.failed().filter(Programming.Rig.class::isInstance).isPresent()
        || result.scenarios().stream().anyMatch(s -> s.verdict() == Verdict.RIG);
  }

  /** What was judged once stays so; what the bench kept from being judged is taken from again. */
  private static Attempt.Result better(Attempt.Result before, Attempt.Result again) {
    if (again.failed().isPresent()) {
      return before.failed().isPresent() ? again : before;
    }
    Map<String, ScenarioRecord> best = new LinkedHashMap<>();
    again.scenarios().forEach(s -> best.put(s.place(), s));
    before.scenarios().stream()
        .filter(s -> s.verdict() != Verdict.RIG)
        .forEach(s -> best.put(s.place(), s));
    return new Attempt.Result(List.copyOf(best.values()), again.programmer(), Optional.empty());
  }

  private Progress telling(Submission submission) {
    return new Progress() {
      @Override
      public void scenarioStarted(String feature, String scenario) {
        told.at(submission.name(), scenario);
      }
    };
  }
}
