package io.kitproof.steps.grading;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.provision.CloudRefusal;
import io.kitproof.fixtures.submission.Seat;
import io.kitproof.fixtures.submission.Seat.Seating;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.fixtures.timeline.InterruptedWaitException;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.grading.Causes;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Mark;
import io.kitproof.reports.grading.Mark.Outcome;
import io.kitproof.reports.grading.Marking;
import io.kitproof.reports.grading.Rubric;
import io.kitproof.reports.grading.Rubric.Item;
import io.kitproof.steps.CourseRun;
import io.kitproof.steps.Progress;
import io.kitproof.steps.Stopper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has one submission do its exercises on a bench, and gives its points.
 *
 * @param seed of the virtual benches
 */
record Examiner(BenchFile bench, Rubric rubric, Tags tags, long seed, GradingListener told) {
  /** A scenario that the bench fails is repeated once in a run; then everything once more. */
  private static final int RUNS = 2;

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
      return graded(submission, scenarios(submission, seat, stopper));
    } catch (CloudRefusal e) {
      return refused(submission, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Examined refused(Submission submission, List<String> reasons) {
    return new Examined(Grade.refused(submission.name(), submission.student(), reasons), List.of());
  }

  private Examined graded(Submission submission, List<ScenarioRecord> scenarios) {
    Marking marking = new Marking(tags::belongs);
    List<Mark> marks = new ArrayList<>();
    for (Item item : rubric.of(submission.exercises())) {
      marks.add(
          item.question().isPresent()
              ? Marking.ungraded(item, Outcome.LOOK, "")
              : marking.of(item, scenarios));
    }
    Grade grade =
        new Grade(
            submission.name(),
            submission.student(),
            List.of(),
            marks,
            Causes.of(scenarios),
            notes(submission));
    return new Examined(grade, scenarios);
  }

  private static List<String> notes(Submission submission) {
    return submission.kits().values().stream()
        .flatMap(part -> part.pair().wrong().stream().map(text -> part.role().word() + ": " + text))
        .toList();
  }

  private List<ScenarioRecord> scenarios(Submission submission, Seat seat, Stopper stopper) {
    Optional<String> expression = Tags.any(rubric.of(submission.practical()));
    if (expression.isEmpty()) {
      return List.of();
    }
    CourseRun course =
        CourseRun.on(seat.bench())
            .with(seat.options())
            .only(submission.practical())
            .tagged(expression.get())
            .confirmed();
    Map<String, ScenarioRecord> best = new LinkedHashMap<>();
    for (int run = 0; run < RUNS && (run == 0 || isRig(best)); run++) {
      run(submission, course, stopper).forEach(s -> best.merge(s.place(), s, Examiner::judgedOne));
    }
    return List.copyOf(best.values());
  }

  private static boolean isRig(Map<String, ScenarioRecord> scenarios) {
    return scenarios.values().stream().anyMatch(s -> s.verdict() == Verdict.RIG);
  }

  private static ScenarioRecord judgedOne(ScenarioRecord before, ScenarioRecord again) {
    return before.verdict() == Verdict.RIG ? again : before;
  }

  private List<ScenarioRecord> run(Submission submission, CourseRun course, Stopper stopper) {
    RunRecord run = course.run(telling(submission), stopper);
    if (run.interrupted()) {
      throw new InterruptedWaitException();
    }
    return run.scenarios();
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
