package io.kitproof.reports.history;

/**
 * Fisher's exact test, one-sided: how likely it is that chance alone puts so many of all troubles
 * here, when here and elsewhere are alike. Exact for any counts, also small ones; it takes the
 * scenarios to be independent of each other, which those of one broken night are not.
 */
final class Fisher {
  private Fisher() {}

  /**
   * The probability, from 0 to 1, of {@code troubled} or more among {@code ran}.
   *
   * @param elsewhereTroubled of {@code elsewhereRan}
   */
  static double p(int troubled, int ran, int elsewhereTroubled, int elsewhereRan) {
    double[] log = logFactorials(ran + elsewhereRan);
    int all = troubled + elsewhereTroubled;
    double p = 0;
    for (int here = troubled; here <= Math.min(all, ran); here++) {
      if (all - here <= elsewhereRan) {
        p +=
            Math.exp(
                choose(log, ran, here)
                    + choose(log, elsewhereRan, all - here)
                    - choose(log, ran + elsewhereRan, all));
      }
    }
    return Math.min(1, p);
  }

  private static double choose(double[] log, int n, int k) {
    return log[n] - log[k] - log[n - k];
  }

  private static double[] logFactorials(int n) {
    double[] log = new double[n + 1];
    for (int i = 2; i <= n; i++) {
      log[i] = log[i - 1] + Math.log(i);
    }
    return log;
  }
}
