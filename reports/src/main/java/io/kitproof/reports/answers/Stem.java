package io.kitproof.reports.answers;

/** English words without their endings, lightly: enough for sets, setting and set. */
final class Stem {
  private Stem() {}

  /** Of a word in small letters. */
  static String of(String word) {
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = undoubled(stem.substring(0, stem.length() - 3));
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = undoubled(stem.substring(0, stem.length() - 2));
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String undoubled(String stem) {
    int end = stem.length() - 1;
    return end > 1 && stem.charAt(end) == stem.charAt(end - 1) && "ls".indexOf(stem.charAt(end)) < 0
        ? stem.substring(0, end)
        : stem;
  }
}
