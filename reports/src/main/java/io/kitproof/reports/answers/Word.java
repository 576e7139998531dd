package io.kitproof.reports.answers;

import java.util.List;

/** A word of the language, by its stem. */
record Word(String stem) implements Accepted {
  @Override
  public Sighting at(List<Token> scope, int place, Lexicon lexicon) {
    Token token = scope.get(place);
    boolean there = token.stems().contains(stem) || lexicon.isSlip(token.stems().get(0), stem);
    return Sighting.of(there ? Hit.FOUND : Hit.NONE, token);
  }
}
