package io.kitproof.steps;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.kitproof.fixtures.BenchOptions;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.WedgeMarks;
import io.kitproof.fixtures.lock.BenchLocks;
import io.kitproof.reports.RunRecord;
import io.kitproof.steps.words.Hooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs features on a bench, one scenario after the other on the calling thread, and says what they
 * proved. Two runs share nothing; they may go on at the same time on benches of their own.
 *
 * @param features what to run: an exercise's number ({@code 05}), a feature's name ({@code
 *     05_pair}), a folder of them ({@code device_advisor}) or the path of a file; all exercises
 *     when empty
 * @param tags a tag expression of Cucumber, as {@code not @virtual}
 * @param allure the folder Allure's results go to, if wanted
 * @param confirming whether a failure that stands alone is repeated before it counts
 * @param marks what refuses a wedged bench of real parts, and marks one that fails its health check
 * @param locks what keeps other runs off a bench of real parts while this one is on it
 */
public record CourseRun(
    BenchFile bench,
    BenchOptions options,
    List<String> features,
    Optional<String> tags,
    Optional<Path> allure,
    boolean confirming,
    Optional<WedgeMarks> marks,
    Optional<BenchLocks> locks) {

  /** Copies the list. */
  public CourseRun {
    features = List.copyOf(features);
  }

  /** All exercises of the course, on this bench. */
  public static CourseRun on(BenchFile bench) {
    return new CourseRun(
        bench,
        BenchOptions.none(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with what the command line adds to the bench. */
  public CourseRun with(BenchOptions more) {
    return new CourseRun(bench, more, features, tags, allure, confirming, marks, locks);
  }

  /** Only these features. */
  public CourseRun only(List<String> some) {
    return new CourseRun(bench, options, some, tags, allure, confirming, marks, locks);
  }

  /** Only scenarios whose tags fit. */
  public CourseRun tagged(String expression) {
    Optional<String> some = Optional.of(expression);
    return new CourseRun(bench, options, features, some, allure, confirming, marks, locks);
  }

  /** With results for Allure in this folder. */
  public CourseRun allureIn(Path folder) {
    Optional<Path> results = Optional.of(folder);
    return new CourseRun(bench, options, features, tags, results, confirming, marks, locks);
  }

  /**
   * With a second attempt at what a kit fails at, unless another scenario confirms its cause: what
   * it passes then is flaky. For those who are judged by it: a busy host is not held against them.
   */
  public CourseRun confirmed() {
    return new CourseRun(bench, options, features, tags, allure, true, marks, locks);
  }

  /** With these marks heeded and set. */
  public CourseRun marking(WedgeMarks wedged) {
    Optional<WedgeMarks> some = Optional.of(wedged);
    return new CourseRun(bench, options, features, tags, allure, confirming, some, locks);
  }

  /** With the bench taken first, and given back after the run. */
  public CourseRun locking(BenchLocks taken) {
    Optional<BenchLocks> some = Optional.of(taken);
    return new CourseRun(bench, options, features, tags, allure, confirming, marks, some);
  }

  /** The names of the features that come with Kitproof. */
  public static List<String> featureNames() {
    return FeatureShelf.open().names();
  }

  /**
   * Opens the bench, runs the scenarios, closes the bench.
   *
   * @throws NoSuchFeatureException when a feature is not there; nothing was opened then
   * @throws io.cucumber.tagexpressions.TagExpressionException when the tags are no expression
   * @throws io.kitproof.fixtures.benchfile.BenchFileException when the bench file does not fit this
   *     host; nothing was switched then
   * @throws io.kitproof.fixtures.health.WedgedBenchException when the bench is marked so
   * @throws io.kitproof.fixtures.lock.BenchTakenException when somebody else has the bench
   */
  public RunRecord run(Progress progress) {
    return run(progress, new Stopper());
  }

  /** The same, and another thread may stop it. */
  public RunRecord run(Progress progress, Stopper stopper) {
    try (OpenCourse open = open(stopper)) {
      return open.run(progress, stopper);
    } finally {
      stopper.ended();
    }
  }

  /**
   * Opens the bench, for more than one run on it.
   *
   * @throws RuntimeException as {@link #run(Progress)}
   */
  public OpenCourse open() {
    return open(new Stopper());
  }

  private OpenCourse open(Stopper stopper) {
    List<String> found = FeatureShelf.open().find(features);
    RuntimeOptions what = cucumberOptions(found.stream().map(FeatureWithLines::parse).toList());
    return OpenCourse.open(this, what, stopper);
  }

  /** How Cucumber runs these features, or these lines of them. */
  RuntimeOptions cucumberOptions(List<FeatureWithLines> chosen) {
    RuntimeOptionsBuilder what =
        new RuntimeOptionsBuilder().addGlue(GluePath.parse(Hooks.class.getPackageName()));
    chosen.forEach(what::addFeature);
    tags.ifPresent(expression -> what.addTagFilter(TagExpressionParser.parse(expression)));
    return what.setNoSummary().build();
  }
}
