package io.kitproof.reports.page;

/**
 * How much of a scenario's evidence the page holds. A page of two hundred long scenarios must still
 * open at once, so each gets a share; the rest is in the file beside the page.
 *
 * @param rows of a table or a transcript
 * @param characters of a table or a transcript, markup included
 */
record Allowance(int rows, int characters) {
  private static final int ALL_ROWS = 60_000;
  private static final int ALL_CHARACTERS = 12_000_000;
  private static final int LONGEST_CELL = 1_000;

  /** What each of so many scenarios may take, all its evidence together. */
  static Allowance forScenarios(int scenarios) {
    int n = Math.max(1, scenarios);
    int rows = Math.max(20, Math.min(2_000, ALL_ROWS / n));
    int characters = Math.max(6_000, Math.min(800_000, ALL_CHARACTERS / n));
    return new Allowance(rows, characters);
  }

  /** The same split among so many parts. */
  Allowance among(int parts) {
    return new Allowance(rows, characters / Math.max(1, parts));
  }

  /** A line that fits, with a word on what is missing. */
  String cut(String line) {
    int most = Math.min(LONGEST_CELL, characters / 4);
    return line.length() <= most
        ? line
        : line.substring(0, most) + " … (" + (line.length() - most) + " more characters)";
  }
}
