package io.kitproof.steps.grading;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.programmer.Programmer.Places;
import io.kitproof.fixtures.programmer.Programming;
import io.kitproof.fixtures.provision.CloudRefusal;
import io.kitproof.fixtures.submission.Part;
import io.kitproof.fixtures.submission.Seat;
import io.kitproof.fixtures.submission.Submission;
import io.kitproof.fixtures.timeline.InterruptedWaitException;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.steps.CourseRun;
import io.kitproof.steps.OpenCourse;
import io.kitproof.steps.Progress;
import io.kitproof.steps.Stopper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a submission: its kits are programmed where the bench has a programmer for them, then
 * the scenarios run.
 *
 * @param course its exercises on the bench
 */
record Attempt(Submission submission, Seat seat, CourseRun course) {
  private static final Logger log = LoggerFactory.getLogger(Attempt.class);

  /**
   * What came of it.
   *
   * @param scenarios none where a kit could not be programmed
   * @param programmer what the programmers printed
   * @param failed how a programming ended that was not done
   */
  record Result(
      List<ScenarioRecord> scenarios, List<String> programmer, Optional<Programming> failed) {}

  /**
   * Makes the attempt. Whatever the bench throws is its own fault, and costs the submission
   * nothing.
   *
   * @throws InterruptedWaitException when it was stopped; then nothing is known of it
   * @throws CloudRefusal when the cloud does not take what was handed in
   */
  Result make(Progress progress, Stopper stopper) {
    try {
      OpenCourse open = course.open();
      try {
        return run(open, progress, stopper);
      } finally {
        close(open);
      }
    } catch (InterruptedWaitException | CloudRefusal e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("The bench failed {}.", submission.name(), e);
      Programming.Rig rig = new Programming.Rig(String.valueOf(e.getMessage()), List.of());
      return new Result(List.of(), List.of(), Optional.of(rig));
    }
  }

  private Result run(OpenCourse open, Progress progress, Stopper stopper) {
    List<String> printed = new ArrayList<>();
    Optional<Programming> failed = open.bench().flatMap(bench -> program(bench, printed));
    if (failed.isPresent()) {
      return new Result(List.of(), printed, failed);
    }
    RunRecord run = open.run(progress, stopper);
    if (run.interrupted()) {
      throw new InterruptedWaitException();
    }
    return new Result(run.scenarios(), printed, Optional.empty());
  }

  /** What was proved by then stays proved. */
  private void close(OpenCourse open) {
    try {
      open.close();
    } catch (RigException e) {
      log.warn("The bench of {} did not close as it should.", submission.name(), e);
    }
  }

  private Optional<Programming> program(Bench bench, List<String> printed) {
    for (Part part : submission.kits().values()) {
      Kit kit = bench.kit(seat.kit(part.role()));
      if (kit.hasProgrammer()) {
        Programming ended =
            kit.programBy(new Places(part.target(), part.image(), submission.project()));
        printed.addAll(ended.output());
        if (!(ended instanceof Programming.Done)) {
          return Optional.of(ended);
        }
      }
    }
    return Optional.empty();
  }
}
