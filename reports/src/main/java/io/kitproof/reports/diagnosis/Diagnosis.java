package io.kitproof.reports.diagnosis;

import io.kitproof.reports.Cause;
import io.kitproof.reports.Recording;
import io.kitproof.reports.diagnosis.Suspect.Blame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The causes that explain a failed scenario, the most probable first: the lowest layer at which
 * something is wrong with any kit that took part. Causes that can't be told apart stand side by
 * side.
 *
 * @param suspects empty when nothing known explains it
 */
public record Diagnosis(List<Suspect> suspects) {
  /** What a cause is called that nobody knows. */
  public static final String UNKNOWN = "unknown";

  private static final List<Rule> RULES =
      Stream.of(
              BootRules.all(),
              ShadowRules.ofConfiguration(),
              CloudRules.all(),
              ButtonRules.ofFinger(),
              ShadowRules.ofLight(),
              MessageRules.all(),
              ButtonRules.ofApp(),
              LightRules.all(),
              RigRules.ofScenario())
          .flatMap(List::stream)
          .toList();

  /** Copies the list. */
  public Diagnosis {
    suspects = List.copyOf(suspects);
  }

  /** What explains what was seen on a bench. */
  public static Diagnosis of(BenchFacts bench, Recording seen) {
    List<Story> all = Story.of(bench, seen);
    // What a scenario gave a kit on purpose is no news of the kit's; the bench has to be well.
    List<Story> news = all.stream().filter(story -> !story.isMadeToFail()).toList();
    return first(RigRules.all(), all).or(() -> first(RULES, news)).orElse(new Diagnosis(List.of()));
  }

  private static Optional<Diagnosis> first(List<Rule> rules, List<Story> stories) {
    return rules.stream()
        .map(rule -> stories.stream().flatMap(story -> rule.of(story).stream()).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(Diagnosis::new);
  }

  /** The most probable cause. */
  public Optional<Suspect> first() {
    return suspects.stream().findFirst();
  }

  /** The code of the most probable cause, or {@link #UNKNOWN}. */
  public String code() {
    return first().map(Suspect::code).orElse(UNKNOWN);
  }

  /** The codes of all causes that explain it equally well, or {@link #UNKNOWN}. */
  public List<String> codes() {
    return suspects.isEmpty()
        ? List.of(UNKNOWN)
        : suspects.stream().map(Suspect::code).distinct().toList();
  }

  /** What each of them means. */
  public List<Cause.Explanation> explanations() {
    return suspects.stream().map(s -> new Cause.Explanation(s.code(), s.text(), s.hint())).toList();
  }

  /** Whether the bench is to blame. */
  public boolean blamesBench() {
    return first().filter(s -> s.blame() == Blame.RIG).isPresent();
  }

  /** For people, below the message of what failed; a few lines. */
  public String text() {
    if (suspects.isEmpty()) {
      return "  cause     unknown: nothing that was seen points to a mistake on the list";
    }
    StringBuilder out = new StringBuilder();
    for (Suspect suspect : suspects) {
      out.append(out.isEmpty() ? "  cause     " : "\n  or        ");
      out.append(suspect.code()).append(": ").append(suspect.text());
      suspect.evidence().forEach(line -> out.append("\n            ").append(line));
      out.append("\n  hint      ").append(suspect.hint());
    }
    return out.toString();
  }
}
