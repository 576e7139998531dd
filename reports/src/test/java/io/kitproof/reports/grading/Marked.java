package io.kitproof.reports.grading;

import io.kitproof.reports.Cause;
import io.kitproof.reports.Judgement;
import io.kitproof.reports.Sample;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.grading.Rubric.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Rubrics, scenarios and grades for tests. */
final class Marked {
  static final String RUBRIC =
      """
      rubric: A course
      items:
        - {id: presses, exercise: "02", text: It presses, scenarios: "@presses", points: 4, hint: press it}
        - {id: q1, exercise: "03", text: A question, question: 1, points: 1}
      """;

  private Marked() {}

  static Rubric rubric() {
    return RubricReader.parse(RUBRIC, "mine.yaml");
  }

  static Item item(String points, boolean partial) {
    return new Item(
        "presses",
        "02",
        "It presses",
        Optional.of("@presses"),
        Optional.empty(),
        new BigDecimal(points),
        partial,
        "press it");
  }

  static ScenarioRecord passed(int line) {
    return Sample.scenario("scenario " + line, line, Sample.passed(), Sample.recording());
  }

  /** One that failed, explained by these causes equally well. */
  static ScenarioRecord failed(int line, String... codes) {
    List<Cause.Explanation> said =
        List.of(codes).stream()
            .map(code -> new Cause.Explanation(code, "It is " + code + ".", "mend " + code))
            .toList();
    Cause cause = new Cause(codes[0], "It stayed off.", List.of(codes), said);
    return with(line, new Judgement(Verdict.FAILED, Optional.of(cause)));
  }

  static ScenarioRecord rig(int line) {
    return with(
        line, new Judgement(Verdict.RIG, Optional.of(new Cause(Cause.BENCH, "eyes is gone"))));
  }

  static ScenarioRecord with(int line, Judgement judgement) {
    return Sample.scenario(
        "scenario " + line, line, judgement, Sample.recording(Sample.press(false)));
  }

  /** Somebody's grade, with one item and a cause. */
  static Grade grade(String name, String student, ScenarioRecord... scenarios) {
    List<ScenarioRecord> ran = List.of(scenarios);
    Mark mark = new Marking((item, s) -> true).of(item("4", true), ran);
    return new Grade(name, student, List.of(), List.of(mark), Causes.of(ran), List.of());
  }
}
