package io.kitproof.reports.answers;

import java.util.List;
import java.util.Set;

/**
 * A yes or a no.
 *
 * @param right true for yes
 * @param saysYes ways that mean yes, and no after a "not"
 * @param saysNo ways that mean no, and yes after a "not"
 * @param unless ways that take back, in the same sentence, what means yes
 */
record Verdict(
    String about,
    double weight,
    boolean right,
    List<Form> saysYes,
    List<Form> saysNo,
    List<Form> unless)
    implements Element {
  private static final Set<String> YES = Set.of("yes", "yeah", "yep", "sure", "true", "correct");
  private static final Set<String> NO = Set.of("no", "nope", "nah", "not", "false", "never");

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public Stand in(Reading answer, Lexicon lexicon) {
    boolean yes = false;
    boolean no = false;
    for (List<Token> sentence : answer.sentences()) {
      String first = first(sentence);
      yes |= YES.contains(first);
      no |= NO.contains(first);
      List<List<Token>> scope = List.of(sentence);
      Hit forYes = Form.any(saysYes, scope, lexicon).hit();
      Hit forNo = Form.any(saysNo, scope, lexicon).hit();
      boolean takenBack = forNo == Hit.FOUND || Form.any(unless, scope, lexicon).hit() == Hit.FOUND;
      yes |= (forYes == Hit.FOUND && !takenBack) || forNo == Hit.DENIED;
      no |= forYes == Hit.DENIED || forNo == Hit.FOUND;
    }
    if (yes && no) {
      return new Stand(State.DOUBTFUL, "it says both yes and no");
    }
    if (!yes && !no) {
      return new Stand(State.SILENT, "it says neither yes nor no");
    }
    return Stand.of(yes == right ? State.THERE : State.AGAINST);
  }

  private static String first(List<Token> sentence) {
    return sentence.stream()
        .map(Token::text)
        .filter(word -> !word.equals("answer"))
        .findFirst()
        .orElse("");
  }
}
