package io.kitproof.steps;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.benchfile.CloudSpec;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.fixtures.health.WedgedBenchException;
import io.kitproof.fixtures.lock.BenchLock;
import io.kitproof.reports.RunRecord;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A course whose bench is open: its scenarios can be run on it again and again, one run at a time.
 * Whoever opened it closes it, and with it the bench.
 */
public final class OpenCourse implements AutoCloseable {
  private final CourseRun course;
  private final RuntimeOptions what;
  private final Optional<BenchLock> lock;
  private final RunningBench running;

  private OpenCourse(CourseRun course, RuntimeOptions what, Optional<BenchLock> lock) {
    this.course = course;
    this.what = what;
    this.lock = lock;
    // What became of the bench while we waited for it counts.
    refuseWedged(course);
    this.running =
        RunningBench.open(
            course.bench().bench(), () -> Bench.open(course.bench(), course.options()));
  }

  private static void refuseWedged(CourseRun course) {
    course
        .marks()
        .flatMap(marks -> marks.of(course.bench().bench()))
        .ifPresent(
            wedge -> {
              throw new WedgedBenchException(wedge);
            });
  }

  static OpenCourse open(CourseRun course, RuntimeOptions what, Stopper stopper) {
    Optional<BenchLock> lock =
        stopper.interrupting(() -> course.locks().map(locks -> locks.take(course.bench())));
    try {
      return new OpenCourse(course, what, lock);
    } catch (RuntimeException e) {
      lock.ifPresent(BenchLock::close);
      throw e;
    }
  }

  /** Runs the scenarios, one after the other on the calling thread; another may stop them. */
  public RunRecord run(Progress progress, Stopper stopper) {
    Instant started = Instant.now();
    Optional<Verdicts> verdicts = course.allure().map(Verdicts::in);
    Optional<AllureLifecycle> allure = verdicts.map(AllureLifecycle::new);
    RunFrame frame = new RunFrame(running, allure, this::mark);
    Recorder recorder = new Recorder(frame, progress, course.confirming());
    verdicts.ifPresent(told -> told.from(recorder));
    stopper.during(
        frame,
        () -> {
          cucumber(what, frame, recorder, allure).run();
          repeat(frame, recorder, allure, progress);
        });
    return new RunRecord(
        course.bench().bench(), cloud(), started, recorder.scenarios(), frame.isStopped());
  }

  /**
   * Whatever a bench that is well again kept from being judged gets its second attempt, and what a
   * kit failed at if that is to be confirmed.
   */
  private void repeat(
      RunFrame frame, Recorder recorder, Optional<AllureLifecycle> allure, Progress progress) {
    List<FeatureWithLines> again = recorder.repeat();
    if (!again.isEmpty() && running.isThere() && !frame.isStopped()) {
      progress.repeating(again.size());
      cucumber(course.cucumberOptions(again), frame, recorder, allure).run();
    }
  }

  /** Only a bench of real parts: the virtual ones are made anew for each run. */
  private void mark(Wedge wedge) {
    if (!course.bench().isVirtual()) {
      course.marks().ifPresent(marks -> marks.mark(wedge.bench(), wedge.text()));
    }
  }

  private Runtime cucumber(
      RuntimeOptions what, RunFrame frame, Recorder recorder, Optional<AllureLifecycle> allure) {
    List<Plugin> plugins = new ArrayList<>(List.of(recorder));
    allure.ifPresent(lifecycle -> plugins.add(new AllureCucumber7Jvm(lifecycle)));
    Glue glue = new Glue(running, frame);
    return Runtime.builder()
        .withRuntimeOptions(what)
        .withClassLoader(OpenCourse.class::getClassLoader)
        .withObjectFactorySupplier(() -> glue)
        .withAdditionalPlugins(plugins.toArray(new Plugin[0]))
        .build();
  }

  private String cloud() {
    return course
        .bench()
        .cloud()
        .map(spec -> spec instanceof CloudSpec.Local ? "local" : "aws")
        .orElse("none");
  }

  /** The bench, while it is open; nothing when it did not open. */
  public Optional<Bench> bench() {
    return running.isThere() ? Optional.of(running.get()) : Optional.empty();
  }

  /** Closes the bench, and lets others have it. */
  @Override
  public void close() {
    try {
      running.close();
    } finally {
      lock.ifPresent(BenchLock::close);
    }
  }
}
