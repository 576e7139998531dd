package io.kitproof.steps;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import io.kitproof.reports.Cause;
import io.kitproof.reports.Judgement;
import io.kitproof.reports.Recording;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Step;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.diagnosis.Diagnosis;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what Cucumber does: each scenario once, and what the bench kept from being judged
 * once more.
 */
final class Recorder implements ConcurrentEventListener {
  private final RunFrame frame;
  private final Progress progress;
  private final boolean confirming;
  private final Map<URI, String> titles = new HashMap<>();
  private final Map<FeatureWithLines, ScenarioRecord> scenarios = new LinkedHashMap<>();
  private boolean repeating;
  private List<Step> steps = new ArrayList<>();
  private @Nullable ScenarioRecord last;
  private boolean begun;

  Recorder(RunFrame frame, Progress progress, boolean confirming) {
    this.frame = frame;
    this.progress = progress;
    this.confirming = confirming;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestSourceParsed.class, this::parsed);
    publisher.registerHandlerFor(TestCaseStarted.class, this::started);
    publisher.registerHandlerFor(TestStepStarted.class, this::stepStarted);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
  }

  /** The scenarios that ran, in order. */
  List<ScenarioRecord> scenarios() {
    return List.copyOf(scenarios.values());
  }

  /** The verdict on the scenario that ended last. */
  Optional<ScenarioRecord> last() {
    return Optional.ofNullable(last);
  }

  /**
   * What the bench itself kept from being judged, and what is to be confirmed; the next run of
   * Cucumber is of these.
   */
  List<FeatureWithLines> repeat() {
    repeating = true;
    return new Repeats(confirming).of(scenarios);
  }

  private void parsed(TestSourceParsed event) {
    event.getNodes().stream()
        .filter(Node.Feature.class::isInstance)
        .flatMap(feature -> feature.getName().stream())
        .forEach(title -> titles.put(event.getUri(), title));
  }

  private void started(TestCaseStarted event) {
    steps = new ArrayList<>();
    last = null;
    begun = !frame.isStopped();
    if (begun) {
      progress.scenarioStarted(file(event.getTestCase()), event.getTestCase().getName());
    }
  }

  private void stepStarted(TestStepStarted event) {
    if (event.getTestStep() instanceof PickleStepTestStep step && begun) {
      progress.stepStarted(step.getStep().getKeyword().trim() + " " + step.getStep().getText());
    }
  }

  private void stepFinished(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      Result result = event.getResult();
      steps.add(
          new Step(
              step.getStep().getKeyword().trim(),
              step.getStep().getText(),
              status(result.getStatus()),
              result.getDuration()));
    }
  }

  private void finished(TestCaseFinished event) {
    if (!begun) {
      return;
    }
    TestCase scenario = event.getTestCase();
    Recording seen = frame.seen();
    ScenarioRecord record =
        new ScenarioRecord(
                file(scenario),
                titles.getOrDefault(scenario.getUri(), file(scenario)),
                scenario.getName(),
                scenario.getLocation().getLine(),
                explained(judge(event.getResult(), seen), seen),
                event.getResult().getDuration(),
                steps,
                seen)
            .tagged(scenario.getTags());
    if (record.judgement().benchFailed()) {
      frame.benchFailed();
    }
    keep(scenario, record);
  }

  private void keep(TestCase scenario, ScenarioRecord record) {
    FeatureWithLines place =
        FeatureWithLines.create(scenario.getUri(), List.of(scenario.getLocation().getLine()));
    @Nullable ScenarioRecord before = repeating ? scenarios.get(place) : null;
    ScenarioRecord kept = before == null ? record : before.repeatedBy(record);
    scenarios.put(place, kept);
    last = kept;
    progress.scenarioFinished(kept);
  }

  private Judgement judge(Result result, Recording seen) {
    Optional<Throwable> thrown = Optional.ofNullable(result.getError());
    if (frame.isStopped() && thrown.filter(AssertionError.class::isInstance).isEmpty()) {
      return stopped(result, seen);
    }
    return switch (result.getStatus()) {
      case PASSED -> Judgement.of(seen);
      case SKIPPED -> Judgement.notRun(thrown.map(Throwable::getMessage).orElse("It was skipped."));
      case UNDEFINED -> Judgement.author("Nothing says what to do for: " + undefined() + ".");
      default ->
          thrown
              .map(why -> Judgement.of(why, seen))
              .orElseGet(() -> Judgement.author("It ended as " + result.getStatus() + "."));
    };
  }

  private Judgement explained(Judgement judged, Recording seen) {
    if (judged.verdict() != Verdict.FAILED) {
      return judged;
    }
    Diagnosis diagnosis = Diagnosis.of(frame.facts(), seen);
    return judged.explained(
        diagnosis.codes(), diagnosis.explanations(), diagnosis.text(), diagnosis.blamesBench());
  }

  /** Whatever the interruption made it throw, the bench is not to blame for it. */
  private static Judgement stopped(Result result, Recording seen) {
    return result.getStatus() == Status.PASSED
        ? Judgement.of(seen)
        : new Judgement(
            Verdict.NOT_RUN,
            Optional.of(new Cause(Cause.STOPPED, "The run was stopped in this scenario.")));
  }

  private String undefined() {
    return steps.stream()
        .filter(step -> step.status() == Step.Status.UNDEFINED)
        .findFirst()
        .map(step -> "\"" + step.keyword() + " " + step.text() + "\"")
        .orElse("a step");
  }

  private static Step.Status status(Status status) {
    return switch (status) {
      case PASSED -> Step.Status.PASSED;
      case SKIPPED, UNUSED -> Step.Status.SKIPPED;
      case UNDEFINED, PENDING -> Step.Status.UNDEFINED;
      case FAILED, AMBIGUOUS -> Step.Status.FAILED;
    };
  }

  private static String file(TestCase scenario) {
    String uri = scenario.getUri().toString();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
