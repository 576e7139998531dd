package io.kitproof.reports.answers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One way to say something: words that stand together, in any order, each one of several.
 *
 * @param places what is accepted at each
 */
record Form(List<List<Accepted>> places) {
  /** Reads {@code set|give semaphore}: blanks part places, bars part what is accepted at one. */
  static Form of(String text) {
    return new Form(
        Arrays.stream(text.strip().split("\\s+", -1))
            .map(place -> Arrays.stream(place.split("\\|", -1)).map(Accepted::of).toList())
            .toList());
  }

  /** As sure as the least sure of its places. */
  Sighting in(List<Token> scope, Lexicon lexicon) {
    return places.stream()
        .map(accepted -> at(accepted, scope, lexicon))
        .min(Comparator.comparing(Sighting::hit))
        .orElse(Sighting.NONE);
  }

  private static Sighting at(List<Accepted> accepted, List<Token> scope, Lexicon lexicon) {
    Sighting surest = Sighting.NONE;
    for (int place = 0; place < scope.size(); place++) {
      for (Accepted one : accepted) {
        Sighting sighting = one.at(scope, place, lexicon);
        if (sighting.hit() == Hit.FOUND) {
          return sighting;
        }
        surest = sighting.hit().compareTo(surest.hit()) > 0 ? sighting : surest;
      }
    }
    return surest;
  }

  /** The surest of several forms anywhere in the answer. */
  static Sighting any(List<Form> forms, List<List<Token>> scopes, Lexicon lexicon) {
    return Sighting.surest(
        scopes.stream().flatMap(scope -> forms.stream().map(f -> f.in(scope, lexicon))));
  }
}
