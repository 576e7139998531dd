package io.kitproof.reports.answers;

import java.util.List;

/** A name of the program: exact but for capitals, blanks for underscores, and slips of the pen. */
record Identifier(String name) implements Accepted {
  private static final int MOST_WORDS = 4;

  @Override
  public Sighting at(List<Token> scope, int place, Lexicon lexicon) {
    Token token = scope.get(place);
    if (token.text().equals(name) || token.text().endsWith("/" + name)) {
      return Sighting.of(Hit.FOUND, token);
    }
    Hit best = lexicon.compare(token.text(), 0, name);
    String joined = token.text();
    int most = name.contains("_") ? Math.min(MOST_WORDS, scope.size() - place) : 1;
    for (int words = 2; words <= most && best != Hit.FOUND; words++) {
      joined = joined + "_" + scope.get(place + words - 1).text();
      Hit hit = lexicon.compare(joined, words - 1, name);
      best = hit == Hit.FOUND ? hit : best;
    }
    return Sighting.of(best, token);
  }
}
