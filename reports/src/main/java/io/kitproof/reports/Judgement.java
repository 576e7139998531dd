package io.kitproof.reports;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.timeline.InterruptedWaitException;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Trouble;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose fault it was. The bench's trouble outweighs everything: a kit on a broken bench can't be
 * judged.
 */
public record Judgement(Verdict verdict, Optional<Cause> cause) {
  private static final int FRAMES = 8;

  /**
   * Judges a scenario that ran to its end without anything being thrown: PASSED, unless the bench
   * was in trouble.
   */
  public static Judgement of(Recording seen) {
    return trouble(seen)
        .map(t -> bench(t, message(t)))
        .orElseGet(() -> new Judgement(Verdict.PASSED, Optional.empty()));
  }

  /**
   * Judges a scenario by what it threw: an {@link AssertionError} is the kit's fault, a {@link
   * RigException} anywhere in it or on the timeline the bench's, anything else the author's.
   */
  public static Judgement of(Throwable failure, Recording seen) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(failure, all);
    Optional<Throwable> rig =
        all.stream().filter(RigException.class::isInstance).findFirst().or(() -> trouble(seen));
    if (rig.isPresent()) {
      return bench(rig.get(), bothSides(rig.get(), failure));
    }
    if (all.stream().anyMatch(InterruptedWaitException.class::isInstance)) {
      return notJudged(Cause.STOPPED, message(failure));
    }
    if (failure instanceof AssertionError) {
      return new Judgement(Verdict.FAILED, Optional.of(new Cause(Cause.KIT, message(failure))));
    }
    return rig(Cause.AUTHOR, message(failure));
  }

  /** The scenario was left out, for a reason given in a sentence. */
  public static Judgement notRun(String reason) {
    return notJudged(Cause.SKIPPED, reason);
  }

  /** The scenario can't be judged because of its author, as an undefined step. */
  public static Judgement author(String text) {
    return rig(Cause.AUTHOR, text);
  }

  /** It passed on a repeat; {@code first} is why it did not at first. */
  public static Judgement flaky(Cause first) {
    return new Judgement(Verdict.FLAKY, Optional.of(first));
  }

  /**
   * The same with its cause named, if a kit was to blame so far: a cause that is the bench's makes
   * it the bench's.
   *
   * @param codes of the causes that explain it equally well, the one to name first; at least one
   * @param explanations what those causes mean
   * @param text for people, to stand below the message
   */
  public Judgement explained(
      List<String> codes, List<Cause.Explanation> explanations, String text, boolean bench) {
    if (verdict != Verdict.FAILED || cause.isEmpty()) {
      return this;
    }
    Cause named = new Cause(codes.get(0), cause.get().text() + "\n" + text, codes, explanations);
    return new Judgement(bench ? Verdict.RIG : Verdict.FAILED, Optional.of(named));
  }

  /** Whether the bench itself failed: another attempt may prove what this one could not. */
  public boolean benchFailed() {
    return verdict == Verdict.RIG && cause.filter(c -> !c.code().equals(Cause.AUTHOR)).isPresent();
  }

  private static Judgement rig(String code, String text) {
    return new Judgement(Verdict.RIG, Optional.of(new Cause(code, text)));
  }

  private static Judgement bench(Throwable why, String text) {
    Cause cause =
        why instanceof RigException rig
            ? Cause.ofPart(rig.part(), text)
            : new Cause(Cause.BENCH, text);
    return new Judgement(Verdict.RIG, Optional.of(cause));
  }

  private static Judgement notJudged(String code, String text) {
    return new Judgement(Verdict.NOT_RUN, Optional.of(new Cause(code, text)));
  }

  private static Optional<Throwable> trouble(Recording seen) {
    return seen.observations().stream().flatMap(Judgement::cause).findFirst();
  }

  private static Stream<Throwable> cause(Observation o) {
    return o instanceof Trouble t ? Stream.of(t.cause()) : Stream.empty();
  }

  private static void collect(Throwable t, Set<Throwable> all) {
    if (!all.add(t)) {
      return;
    }
    Throwable cause = t.getCause();
    if (cause != null) {
      collect(cause, all);
    }
    for (Throwable suppressed : t.getSuppressed()) {
      collect(suppressed, all);
    }
  }

  private static String bothSides(Throwable rig, Throwable failure) {
    String why = message(rig);
    String shown = message(failure);
    return shown.contains(why) ? shown : why + "\n\nThis is how it showed:\n" + shown;
  }

  /** Our own errors and assertions are sentences; a stranger's needs the place it comes from. */
  private static String message(Throwable t) {
    String text = t.getMessage();
    boolean sentence =
        t instanceof AssertionError || t.getClass().getName().startsWith("io.kitproof.");
    if (sentence && text != null && !text.isBlank()) {
      return text;
    }
    return Stream.concat(
            Stream.of(t.toString()),
            Arrays.stream(t.getStackTrace()).limit(FRAMES).map(f -> "  at " + f))
        .collect(Collectors.joining("\n"));
  }
}
