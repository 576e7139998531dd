package io.kitproof.reports.grading;

import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.grading.Mark.Outcome;
import io.kitproof.reports.grading.Rubric.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Gives points for scenarios.
 *
 * @param belongs whether a scenario is one of an item's
 */
public record Marking(BiPredicate<Item, ScenarioRecord> belongs) {

  /** What an item is worth by the scenarios that ran; those that were left out do not count. */
  public Mark of(Item item, List<ScenarioRecord> all) {
    List<ScenarioRecord> ran =
        all.stream()
            .filter(s -> belongs.test(item, s))
            .filter(s -> s.verdict() != Verdict.NOT_RUN)
            .toList();
    if (ran.isEmpty()) {
      return ungraded(item, Outcome.NOT_POSSIBLE, "");
    }
    if (ran.stream().anyMatch(s -> s.verdict() == Verdict.RIG)) {
      return ungraded(item, Outcome.RIG, "the bench failed, also when it was repeated");
    }
    List<String> failed =
        ran.stream().filter(s -> s.verdict() == Verdict.FAILED).map(ScenarioRecord::name).toList();
    int passed = ran.size() - failed.size();
    BigDecimal points =
        item.partial() || failed.isEmpty()
            ? Amount.share(item.points(), passed, ran.size())
            : BigDecimal.ZERO;
    return new Mark(
        item.id(),
        item.exercise(),
        item.text(),
        Outcome.GRADED,
        points,
        item.points(),
        "%d of %d scenarios passed".formatted(passed, ran.size()),
        failed,
        failed.isEmpty() ? "" : item.hint());
  }

  /** An item that nobody gets or loses points for. */
  public static Mark ungraded(Item item, Outcome why, String seen) {
    return new Mark(
        item.id(),
        item.exercise(),
        item.text(),
        why,
        BigDecimal.ZERO,
        item.points(),
        seen,
        List.of(),
        "");
  }

  /**
   * An item that is graded by a share of its points.
   *
   * @param share 0 to 1
   */
  public static Mark shared(Item item, double share, String seen) {
    BigDecimal earned =
        item.partial() || share >= 1
            ? Amount.rounded(item.points().multiply(BigDecimal.valueOf(share)))
            : BigDecimal.ZERO;
    return new Mark(
        item.id(),
        item.exercise(),
        item.text(),
        Outcome.GRADED,
        earned,
        item.points(),
        seen,
        List.of(),
        earned.compareTo(item.points()) == 0 ? "" : item.hint());
  }
}
