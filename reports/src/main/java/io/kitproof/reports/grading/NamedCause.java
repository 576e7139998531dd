package io.kitproof.reports.grading;

import io.kitproof.boards.kit.Mistake;
import io.kitproof.reports.Cause;
import io.kitproof.reports.diagnosis.Diagnosis;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A cause that a submission's failed scenarios have in common.
 *
 * @param alike its code and those that explain as much, the most probable first
 * @param explanations what was known of them when they showed, for the student's page
 */
public record NamedCause(List<String> alike, List<Cause.Explanation> explanations) {
  /** Copies the lists. */
  public NamedCause {
    alike = List.copyOf(alike);
    explanations = List.copyOf(explanations);
  }

  /** One that was found otherwise than by scenarios. */
  public static NamedCause of(Mistake mistake, String text, String hint) {
    return new NamedCause(
        List.of(mistake.code()), List.of(new Cause.Explanation(mistake.code(), text, hint)));
  }

  /** The codes, for the sheet: {@code wrong-topic or topics-differ}. */
  public String codes() {
    return String.join(" or ", alike);
  }

  /** In plain words, the same for every submission that has it. */
  public String words() {
    return alike.stream().map(NamedCause::words).collect(Collectors.joining(", or "));
  }

  private static String words(String code) {
    if (code.equals(Diagnosis.UNKNOWN) || code.equals(Cause.KIT)) {
      return "it does not do what it should; nothing that was seen points to a mistake on the list";
    }
    return Arrays.stream(Mistake.values())
        .filter(mistake -> mistake.code().equals(code))
        .findFirst()
        .map(mistake -> "the kit " + mistake.text())
        .orElse("see the page");
  }
}
