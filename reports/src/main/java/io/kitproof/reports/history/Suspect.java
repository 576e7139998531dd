package io.kitproof.reports.history;

import java.util.Locale;

/**
 * Something that goes wrong more often on one bench than on the others, and hardly by chance.
 *
 * @param what a button, an LED or a scenario
 * @param wire of the button or LED on that bench; empty for a scenario
 * @param p what Fisher's test says of chance, times the number of comparisons made
 */
record Suspect(String bench, String what, String wire, Tally here, Tally elsewhere, double p) {
  /** What goes wrong so often hardly ever works: that is no flake. */
  private static final double ALWAYS = 0.9;

  String text() {
    String named = wire.isEmpty() ? "\"" + what + "\"" : wire + " (" + what + ")";
    String who =
        here.troubled() >= ALWAYS * here.judged()
            ? "suspect the bench or its kit"
            : "suspect the bench";
    return String.format(
        Locale.ROOT,
        "%s: %s is in trouble in %s, elsewhere in %s: %s (chance: p %s).",
        bench,
        named,
        here.rate(),
        elsewhere.rate(),
        who,
        p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", p));
  }
}
