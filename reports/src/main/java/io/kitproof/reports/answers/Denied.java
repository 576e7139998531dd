package io.kitproof.reports.answers;

import java.util.List;

/** Something that counts only after a "not". */
record Denied(Accepted what) implements Accepted {
  @Override
  public Sighting at(List<Token> scope, int place, Lexicon lexicon) {
    Sighting sighting = what.at(scope, place, lexicon);
    return sighting.hit() == Hit.DENIED ? new Sighting(Hit.FOUND, sighting.words()) : Sighting.NONE;
  }
}
