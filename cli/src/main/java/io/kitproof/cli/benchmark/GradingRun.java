package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.SampleClass.Student;
import io.kitproof.reports.grading.Grade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of grading a class once.
 *
 * @param correct how many got everything right
 * @param full how many of them have full marks
 * @param named how many mistakes were named, each first
 * @param complaints what did not come out as it should
 * @param sheet the grade sheet
 */
record GradingRun(
    int submissions,
    int benches,
    int correct,
    int full,
    int wrong,
    int named,
    List<String> complaints,
    long nanos,
    String sheet) {

  static GradingRun of(
      List<Student> students, List<Grade> grades, int benches, long nanos, String sheet) {
    int correct = 0;
    int full = 0;
    int named = 0;
    List<String> complaints = new ArrayList<>();
    for (Student student : students) {
      Grade grade =
          grades.stream().filter(g -> g.name().equals(student.name())).findFirst().orElseThrow();
      boolean good = student.wrong().isEmpty() ? grade.full() : isNamed(student, grade);
      correct += student.wrong().isEmpty() ? 1 : 0;
      full += student.wrong().isEmpty() && good ? 1 : 0;
      named += student.wrong().isPresent() && good ? 1 : 0;
      if (!good) {
        complaints.add(
            "%s: %s of %s points, %s, causes %s"
                .formatted(
                    grade.name(),
                    grade.points().toPlainString(),
                    grade.of().toPlainString(),
                    grade.standing().words(),
                    grade.causes().stream().map(cause -> cause.codes()).toList()));
      }
    }
    return new GradingRun(
        students.size(),
        benches,
        correct,
        full,
        students.size() - correct,
        named,
        complaints,
        nanos,
        sheet);
  }

  private static boolean isNamed(Student student, Grade grade) {
    String code = student.wrong().orElseThrow().code();
    return !grade.causes().isEmpty() && grade.causes().get(0).alike().contains(code);
  }

  /** Whether all came out as they should. */
  boolean right() {
    return complaints.isEmpty();
  }

  /** Whether the sheet is the same, byte for byte. */
  boolean sameAs(GradingRun other) {
    return sheet.equals(other.sheet);
  }

  /** The lines of this sheet that the other one has otherwise. */
  List<String> unlike(GradingRun other) {
    List<String> lines = new ArrayList<>(sheet.lines().toList());
    lines.removeAll(other.sheet.lines().toList());
    return lines;
  }

  static String heading() {
    return String.format(
        Locale.ROOT,
        "%11s %8s %9s %18s %14s %11s",
        "submissions",
        "benches",
        "seconds",
        "right, full marks",
        "wrong, named",
        "same sheet");
  }

  /** For people. */
  String row(GradingRun first) {
    return String.format(
        Locale.ROOT,
        "%11d %8d %9.1f %18s %14s %11s",
        submissions,
        benches,
        nanos / 1e9,
        full + " of " + correct,
        named + " of " + wrong,
        this == first ? "-" : sameAs(first) ? "yes" : "no");
  }

  /** For programs. */
  Map<String, Object> json(GradingRun first) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("submissions", submissions);
    document.put("benches", benches);
    document.put("took_ns", nanos);
    document.put("right", correct);
    document.put("full_marks", full);
    document.put("wrong", wrong);
    document.put("named", named);
    document.put("same_sheet", sameAs(first));
    document.put("complaints", complaints);
    document.put("unlike", unlike(first));
    return document;
  }
}
