package io.kitproof.reports.answers;

import java.util.List;

/** What a name or a word begins with. */
record Prefix(String start) implements Accepted {
  @Override
  public Sighting at(List<Token> scope, int place, Lexicon lexicon) {
    Token token = scope.get(place);
    if (token.text().startsWith(start)) {
      return Sighting.of(Hit.FOUND, token);
    }
    if ((token.text() + "_").equals(start)) {
      return Sighting.of(Hit.NEAR, token);
    }
    String head = token.text().substring(0, Math.min(token.text().length(), start.length()));
    return Sighting.of(lexicon.compare(head, 0, start), token);
  }
}
