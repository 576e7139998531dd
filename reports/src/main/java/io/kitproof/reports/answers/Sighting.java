package io.kitproof.reports.answers;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What was seen of something that the key looks for.
 *
 * @param words of the answer, for somebody who looks at it
 */
record Sighting(Hit hit, String words) {
  static final Sighting NONE = new Sighting(Hit.NONE, "");

  static Sighting surest(Stream<Sighting> sightings) {
    return sightings.max(Comparator.comparing(Sighting::hit)).orElse(NONE);
  }

  static Sighting of(Hit hit, Token token) {
    if (hit == Hit.NONE) {
      return NONE;
    }
    return new Sighting(hit == Hit.FOUND && token.denied() ? Hit.DENIED : hit, token.text());
  }
}
