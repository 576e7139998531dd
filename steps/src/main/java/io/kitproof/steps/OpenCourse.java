package io.kitproof.steps;

import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.benchfile.CloudSpec;
import io.kitproof.reports.RunRecord;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
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
  private final Optional<AllureLifecycle> lifecycle;
  private final RunningBench running;

  private OpenCourse(CourseRun course, RuntimeOptions what) {
    this.course = course;
    this.what = what;
    this.lifecycle =
        course.allure().map(folder -> new AllureLifecycle(new FileSystemResultsWriter(folder)));
    this.running = RunningBench.open(() -> Bench.open(course.bench(), course.options()));
  }

  static OpenCourse open(CourseRun course, RuntimeOptions what) {
    return new OpenCourse(course, what);
  }

  /** Runs the scenarios, one after the other on the calling thread; another may stop them. */
  public RunRecord run(Progress progress, Stopper stopper) {
    Instant started = Instant.now();
    RunFrame frame = new RunFrame(running, lifecycle);
    Recorder recorder = new Recorder(frame, progress);
    stopper.during(frame, cucumber(frame, recorder)::run);
    return new RunRecord(
        course.bench().bench(), cloud(), started, recorder.scenarios(), frame.isStopped());
  }

  private Runtime cucumber(RunFrame frame, Recorder recorder) {
    List<Plugin> plugins = new ArrayList<>(List.of(recorder));
    lifecycle.ifPresent(allure -> plugins.add(new AllureCucumber7Jvm(allure)));
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

  /** Closes the bench. */
  @Override
  public void close() {
    running.close();
  }
}
