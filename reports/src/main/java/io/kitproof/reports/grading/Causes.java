package io.kitproof.reports.grading;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fewest causes that explain all failed scenarios of a submission: the one that explains most
 * of them, then the one that explains most of the rest, unless it is a variant of the first. A
 * scenario that nothing explains is put down to what explains the others.
 */
public final class Causes {
  private static final List<String> CATALOGUE =
      Arrays.stream(Mistake.values()).map(Mistake::code).toList();

  private Causes() {}

  /** What explains these scenarios, the most first; empty when none failed. */
  public static List<NamedCause> of(List<ScenarioRecord> scenarios) {
    List<Cause> all =
        scenarios.stream()
            .filter(s -> s.verdict() == Verdict.FAILED)
            .flatMap(s -> s.cause().stream())
            .toList();
    List<Cause> left = new ArrayList<>(all.stream().filter(Causes::isKnown).toList());
    List<NamedCause> named = new ArrayList<>();
    while (!left.isEmpty()) {
      NamedCause most = most(left);
      named.add(most);
      String first = most.alike().get(0);
      left.removeIf(cause -> cause.alike().stream().anyMatch(code -> isVariant(code, first)));
    }
    return named.isEmpty() && !all.isEmpty()
        ? List.of(new NamedCause(List.of(Diagnosis.UNKNOWN), List.of()))
        : List.copyOf(named);
  }

  /** Variants of one mistake share its number: which of them it is may show otherwise each time. */
  private static boolean isVariant(String code, String other) {
    return code.equals(other)
        || number(code).filter(n -> number(other).equals(Optional.of(n))).isPresent();
  }

  private static Optional<Integer> number(String code) {
    return Arrays.stream(Mistake.values())
        .filter(mistake -> mistake.code().equals(code))
        .map(Mistake::number)
        .findFirst();
  }

  private static boolean isKnown(Cause cause) {
    return !cause.code().equals(Diagnosis.UNKNOWN) && !cause.code().equals(Cause.KIT);
  }

  /** Which explain the same scenarios as the first can't be told from it. */
  private static NamedCause most(List<Cause> causes) {
    Set<String> codes = new LinkedHashSet<>();
    causes.forEach(cause -> codes.addAll(cause.alike()));
    List<String> ranked = codes.stream().sorted(order(causes)).toList();
    String first = ranked.get(0);
    List<String> alike =
        ranked.stream().filter(c -> explained(causes, c).equals(explained(causes, first))).toList();
    return new NamedCause(alike, alike.stream().flatMap(c -> said(causes, c)).toList());
  }

  private static Comparator<String> order(List<Cause> causes) {
    return Comparator.comparingInt((String code) -> -explained(causes, code).size())
        .thenComparing(code -> -causes.stream().filter(c -> c.code().equals(code)).count())
        .thenComparingInt(Causes::place)
        .thenComparing(Comparator.naturalOrder());
  }

  private static int place(String code) {
    int place = CATALOGUE.indexOf(code);
    return place < 0 ? CATALOGUE.size() : place;
  }

  private static List<Cause> explained(List<Cause> causes, String code) {
    return causes.stream().filter(cause -> cause.alike().contains(code)).toList();
  }

  private static java.util.stream.Stream<Cause.Explanation> said(List<Cause> causes, String code) {
    return causes.stream()
        .flatMap(cause -> cause.explanations().stream())
        .filter(explanation -> explanation.code().equals(code))
        .limit(1);
  }
}
