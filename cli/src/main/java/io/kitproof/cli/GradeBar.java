package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Grade.Standing;
import io.kitproof.reports.text.Printable;
import io.kitproof.steps.Pace;
import io.kitproof.steps.grading.GradingListener;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a grading is: on a terminal a bar with the time left and what is running, elsewhere a
 * line for each submission that is done.
 */
final class GradeBar implements GradingListener {
  private static final int WIDTH = 20;

  private final Screen screen;
  private final Map<String, String> running = new TreeMap<>();
  private Pace pace = new Pace(0);
  private int all;
  private int kept;
  private int done;

  GradeBar(Screen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void read(int submissions, int graded) {
    all = submissions;
    kept = graded;
    pace = new Pace(all - kept);
    if (kept > 0) {
      screen.done("%d of %d were graded before.".formatted(kept, all));
    }
  }

  @Override
  public synchronized void at(String submission, String scenario) {
    running.put(Printable.line(submission), Printable.line(scenario));
    screen.now(line());
  }

  @Override
  public synchronized void done(Grade grade) {
    done++;
    running.remove(Printable.line(grade.name()));
    // A terminal keeps only what somebody should look at; a log has everything.
    if (!screen.live() || grade.standing() != Standing.GRADED) {
      screen.done(
          "%d of %d, about %d s left: %s %s"
              .formatted(kept + done, all, left(), Printable.line(grade.name()), cameOut(grade)));
    }
    screen.now(line());
  }

  private static String cameOut(Grade grade) {
    String reasons = grade.reasons().isEmpty() ? "" : ": " + String.join("; ", grade.reasons());
    return grade.marks().isEmpty()
        ? "was not graded" + Printable.line(reasons)
        : grade.points().toPlainString()
            + " of "
            + grade.of().toPlainString()
            + " points"
            + (grade.standing() == Standing.GRADED ? "" : ", " + grade.standing().words())
            + Printable.line(reasons);
  }

  private String line() {
    int filled = all == 0 ? 0 : WIDTH * (kept + done) / all;
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    String rest = done == 0 ? "" : ", about " + left() + " s left";
    return "[%s] %d of %d%s: %s".formatted(bar, kept + done, all, rest, String.join(", ", names()));
  }

  /** One alone says what it does. */
  private Iterable<String> names() {
    return running.size() == 1
        ? running.entrySet().stream().map(e -> e.getKey() + ", " + e.getValue()).toList()
        : running.keySet();
  }

  private long left() {
    return pace.left(Math.max(1, done)).toSeconds();
  }
}
