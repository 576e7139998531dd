package io.kitproof.steps.selfcheck;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.benchfile.VirtualSpec;
import io.kitproof.reports.Cause;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.steps.CourseRun;
import io.kitproof.steps.Crew;
import io.kitproof.steps.Progress;
import io.kitproof.steps.Stopper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Correct kits, run again and again on a busy host: none of them may be accused. Each run is one
 * feature on a bench of its own, whose chance (noise of sensors, random moments) starts elsewhere.
 *
 * @param features as {@link CourseRun#only} takes them, met in turn
 * @param runs how many
 * @param atOnce how many benches are at work at once, at least 1
 */
public record Accusations(BenchFile bench, List<String> features, int runs, int atOnce) {
  /** Copies the list. */
  public Accusations {
    features = List.copyOf(features);
  }

  /**
   * What came of them.
   *
   * @param verdicts how many scenarios ended so
   * @param wrong the accusations, one text each with its seed
   */
  public record Count(int runs, Map<Verdict, Integer> verdicts, List<String> wrong) {
    /** Copies what it is given. */
    public Count {
      verdicts = Map.copyOf(verdicts);
      wrong = List.copyOf(wrong);
    }

    /** For people, in one line. */
    public String text() {
      return "%d runs of correct kits: %d scenarios accused one, %d blamed the bench, %d passed"
          .formatted(
              runs,
              verdicts.getOrDefault(Verdict.FAILED, 0),
              verdicts.getOrDefault(Verdict.RIG, 0) + verdicts.getOrDefault(Verdict.FLAKY, 0),
              verdicts.getOrDefault(Verdict.PASSED, 0));
    }
  }

  /** What one scenario proved; nothing else of it is kept. */
  private record Proof(Verdict verdict, String text) {
    static Proof of(long seed, ScenarioRecord ran) {
      String why = ran.cause().map(Cause::text).orElse("");
      return new Proof(
          ran.verdict(), "seed %d, %s \"%s\": %s".formatted(seed, ran.place(), ran.name(), why));
    }
  }

  /**
   * Makes the runs.
   *
   * @param told hears a line a run that has ended, one at a time
   */
  public Count count(Consumer<String> told) {
    AtomicInteger done = new AtomicInteger();
    List<Integer> numbers = IntStream.rangeClosed(1, runs).boxed().toList();
    List<List<Proof>> all =
        new Crew(atOnce, SelfCheck.THREAD)
            .work(
                numbers,
                (number, stopper) -> {
                  List<Proof> ran = run(number, stopper);
                  told.accept(
                      "%d of %d runs of correct kits".formatted(done.incrementAndGet(), runs));
                  return ran;
                });
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    List<String> wrong = new ArrayList<>();
    for (Proof one : all.stream().flatMap(List::stream).toList()) {
      int unused = verdicts.merge(one.verdict(), 1, Integer::sum);
      if (one.verdict() == Verdict.FAILED) {
        wrong.add(one.text());
      }
    }
    return new Count(runs, verdicts, wrong);
  }

  private List<Proof> run(int number, Stopper stopper) {
    String feature = features.get(number % features.size());
    return CourseRun.on(seeded(number))
        .only(List.of(feature))
        .tagged(Trials.needsAny(bench))
        .run(Progress.none(), stopper)
        .scenarios()
        .stream()
        .map(ran -> Proof.of(number, ran))
        .toList();
  }

  private BenchFile seeded(long seed) {
    return new BenchFile(
        bench.bench(),
        bench.source(),
        bench.cloud(),
        new VirtualSpec(bench.virtual().clock(), seed),
        bench.boards(),
        bench.kits(),
        bench.ports());
  }
}
