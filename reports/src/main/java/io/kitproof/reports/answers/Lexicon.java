package io.kitproof.reports.answers;

import io.kitproof.fixtures.text.EditDistance;
import java.util.Arrays;
import java.util.Set;

/**
 * The names and words a key knows: no slip turns one of them into another.
 *
 * @param names in small letters
 * @param stems of words
 */
record Lexicon(Set<String> names, Set<String> stems) {
  /**
   * Whether a student's word is a name.
   *
   * @param slips that were made before, such as a blank for an underscore
   */
  Hit compare(String written, int slips, String name) {
    int allowed = allowed(name.length());
    int near = name.length() < 8 ? allowed : allowed * 2;
    if (near == 0 || Math.abs(written.length() - name.length()) + slips > near) {
      return Hit.NONE;
    }
    int distance = EditDistance.between(written, name);
    if (distance + slips > near) {
      return Hit.NONE;
    }
    int others =
        names.stream()
            .filter(other -> !other.equals(name))
            .filter(other -> Math.abs(other.length() - written.length()) <= distance)
            .mapToInt(other -> EditDistance.between(written, other))
            .min()
            .orElse(Integer.MAX_VALUE);
    if (others < distance) {
      return Hit.NONE;
    }
    return distance + slips > allowed || others == distance ? Hit.NEAR : Hit.FOUND;
  }

  /** Slips of the pen in a name of that length. */
  private static int allowed(int length) {
    if (length < 5) {
      return 0;
    }
    return length < 10 ? 1 : length < 16 ? 2 : 3;
  }

  /** Whether a word was meant to be another, which is none of the key's own. */
  boolean isSlip(String written, String stem) {
    if (stem.length() < 4 || written.charAt(0) != stem.charAt(0) || stems.contains(written)) {
      return false;
    }
    int allowed = stem.length() < 10 ? 1 : 2;
    int longer = Math.abs(written.length() - stem.length());
    return longer <= allowed
        && EditDistance.between(written, stem) <= allowed
        // A letter more or less makes another word of a short one, swapped neighbours do not.
        && (stem.length() >= 6 || sorted(written).equals(sorted(stem)));
  }

  private static String sorted(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }
}
