package io.kitproof.reports.answers;

import io.kitproof.fixtures.text.Quoted;
import java.util.List;

/**
 * Something to be said in one of several ways.
 *
 * @param any the right ways
 * @param nearly ways that may mean it
 * @param wrong ways that say something else in its place
 * @param inClause true when a way's words must stand in one clause, not only in one sentence
 */
record Saying(
    String about,
    double weight,
    boolean required,
    List<Form> any,
    List<Form> nearly,
    List<Form> wrong,
    boolean inClause)
    implements Element {
  @Override
  public Stand in(Reading answer, Lexicon lexicon) {
    List<List<Token>> scopes = inClause ? answer.clauses() : answer.sentences();
    Sighting right = Form.any(any, scopes, lexicon);
    Sighting other = Form.any(wrong, scopes, lexicon);
    if (other.hit() == Hit.FOUND) {
      return right.hit() == Hit.FOUND
          ? doubt("it speaks for and against " + about + ", with " + Quoted.of(other.words()))
          : Stand.of(State.AGAINST);
    }
    if (right.hit() == Hit.FOUND) {
      return Stand.of(State.THERE);
    }
    if (right.hit() == Hit.DENIED) {
      return doubt(Quoted.of(right.words()) + " stands after a \"not\": " + about);
    }
    Sighting near = right.hit() == Hit.NEAR ? right : Form.any(nearly, answer.sentences(), lexicon);
    return near.hit() == Hit.FOUND || near.hit() == Hit.NEAR
        ? doubt(Quoted.of(near.words()) + " may or may not be " + about)
        : Stand.of(State.ABSENT);
  }

  private static Stand doubt(String why) {
    return new Stand(State.DOUBTFUL, why);
  }
}
