package io.kitproof.reports.page;

/**
 * How much of a scenario's evidence the page holds. A page of two hundred long scenarios must still
 * open at once, so each gets a share; the rest is in the file beside the page.
 *
 * @param rows of a table or a transcript
 * @param characters of a table or a transcript
 * @param cell characters of one line
 */
record Allowance(int rows, int characters, int cell) {
  private static final int ALL_ROWS = 60_000;
  private static final int ALL_CHARACTERS = 3_000_000;

  static Allowance forScenarios(int scenarios) {
    int n = Math.max(1, scenarios);
    int rows = Math.max(20, Math.min(2_000, ALL_ROWS / n));
    int characters = Math.max(2_000, Math.min(400_000, ALL_CHARACTERS / n));
    return new Allowance(rows, characters, Math.min(1_000, characters / 4));
  }

  /** A line that fits, with a word on what is missing. */
  String cut(String line) {
    return line.length() <= cell
        ? line
        : line.substring(0, cell) + " … (" + (line.length() - cell) + " more characters)";
  }
}
