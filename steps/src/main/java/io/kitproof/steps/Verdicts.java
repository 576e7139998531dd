package io.kitproof.steps;

import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Allure what was proven, where it would go by what was thrown: FAILED is {@code failed}, RIG
 * {@code broken}, FLAKY {@code passed} with the mark of a flaky test, NOT_RUN {@code skipped}. It
 * shows a repeated scenario's first attempt as a retry by itself.
 */
final class Verdicts implements AllureResultsWriter {
  private final AllureResultsWriter results;
  private @Nullable Recorder recorder;

  private Verdicts(Path folder) {
    this.results = new FileSystemResultsWriter(folder);
  }

  /** For the results in this folder. */
  static Verdicts in(Path folder) {
    return new Verdicts(folder);
  }

  /** Whose verdicts they are; it hears of a scenario's end before Allure does. */
  void from(Recorder hears) {
    recorder = hears;
  }

  @Override
  public void write(TestResult result) {
    Optional.ofNullable(recorder).flatMap(Recorder::last).ifPresent(s -> tell(s, result));
    results.write(result);
  }

  @Override
  public void write(TestResultContainer container) {
    results.write(container);
  }

  @Override
  public void write(String source, InputStream attachment) {
    results.write(source, attachment);
  }

  private static void tell(ScenarioRecord scenario, TestResult result) {
    result.setStatus(status(scenario.verdict()));
    scenario
        .cause()
        .ifPresent(
            cause ->
                result.setStatusDetails(
                    new StatusDetails()
                        .setMessage(cause.text())
                        .setTrace(trace(result, cause))
                        .setFlaky(scenario.verdict() == Verdict.FLAKY)));
  }

  private static @Nullable String trace(TestResult result, Cause cause) {
    StatusDetails thrown = result.getStatusDetails();
    return thrown == null ? cause.text() : thrown.getTrace();
  }

  private static Status status(Verdict verdict) {
    return switch (verdict) {
      case PASSED, FLAKY -> Status.PASSED;
      case FAILED -> Status.FAILED;
      case RIG -> Status.BROKEN;
      case NOT_RUN -> Status.SKIPPED;
    };
  }
}
