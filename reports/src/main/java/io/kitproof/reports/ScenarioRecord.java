package io.kitproof.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One scenario that ran, or was left out.
 *
 * @param feature the feature's file, as {@code 05_two_kits.feature}
 * @param featureTitle what the feature calls itself
 * @param tags of the scenario and of what it stands in, as {@code @exercise-05}
 * @param line where it stands in the file; a row of examples for an outline
 * @param first the attempt that this one repeats, if it is a repeat
 */
public record ScenarioRecord(
    String feature,
    String featureTitle,
    String name,
    List<String> tags,
    int line,
    Judgement judgement,
    Duration took,
    List<Step> steps,
    Recording seen,
    Optional<ScenarioRecord> first) {
  /** Copies the lists. */
  public ScenarioRecord {
    tags = List.copyOf(tags);
    steps = List.copyOf(steps);
  }

  /** One that ran once. */
  public ScenarioRecord(
      String feature,
      String featureTitle,
      String name,
      int line,
      Judgement judgement,
      Duration took,
      List<Step> steps,
      Recording seen) {
    this(
        feature,
        featureTitle,
        name,
        List.of(),
        line,
        judgement,
        took,
        steps,
        seen,
        Optional.empty());
  }

  /** The same scenario with tags. */
  public ScenarioRecord tagged(List<String> some) {
    return new ScenarioRecord(
        feature, featureTitle, name, some, line, judgement, took, steps, seen, first);
  }

  /**
   * This one repeated: {@code again} counts, and passing makes it flaky, not passed. What could be
   * the bench's the second time, and was the kit's for good reasons the first time, is the kit's.
   */
  public ScenarioRecord repeatedBy(ScenarioRecord again) {
    Judgement proved =
        again.verdict() == Verdict.PASSED
            ? Judgement.flaky(cause().orElseThrow())
            : isConfirmedBy(again) ? judgement : again.judgement;
    return new ScenarioRecord(
        feature,
        featureTitle,
        name,
        tags,
        line,
        proved,
        again.took,
        again.steps,
        again.seen,
        Optional.of(this));
  }

  private boolean isConfirmedBy(ScenarioRecord again) {
    List<String> alike = again.cause().map(Cause::alike).orElse(List.of());
    return verdict() == Verdict.FAILED
        && again.verdict() == Verdict.RIG
        && cause().filter(why -> alike.contains(why.code())).isPresent();
  }

  /** Every attempt at it, the first one first. */
  public List<ScenarioRecord> attempts() {
    return first.map(before -> List.of(before, this)).orElseGet(() -> List.of(this));
  }

  /** What it proved. */
  public Verdict verdict() {
    return judgement.verdict();
  }

  /** Why it did not simply pass. */
  public Optional<Cause> cause() {
    return judgement.cause();
  }

  /** Whether it passed, but in a way that its reader should know of. */
  public boolean passedWithWarnings() {
    return verdict() == Verdict.PASSED && !seen.warnings().isEmpty();
  }

  /** Where it stands, as {@code 05_two_kits.feature:12}. */
  public String place() {
    return feature + ":" + line;
  }
}
