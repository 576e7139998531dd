package io.kitproof.steps.words;

import io.kitproof.fixtures.Shadow;
import io.kitproof.fixtures.ShadowMessages;
import io.kitproof.fixtures.expect.Happening;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages of a shadow in a sentence, as {@code update, accepted, documents in any order}.
 *
 * @param kinds the ends of their topics, as {@code update/accepted}
 */
public record Sayings(List<String> kinds, boolean anyOrder) {
  static final String SAID = "[a-z]+(?:/[a-z]+)?(?:, [a-z]+(?:/[a-z]+)?)*(?: in any order)?";

  private static final String ANY_ORDER = " in any order";

  static Sayings of(String said) {
    boolean anyOrder = said.endsWith(ANY_ORDER);
    String list = anyOrder ? said.substring(0, said.length() - ANY_ORDER.length()) : said;
    return new Sayings(Stream.of(list.split(", ")).map(Sayings::kind).toList(), anyOrder);
  }

  /** The answers to an update go without saying whose they are. */
  private static String kind(String word) {
    boolean whole = word.contains("/") || word.equals("update") || word.equals("delete");
    return whole ? word : "update/" + word;
  }

  Happening<Shadow> said() {
    return anyOrder ? ShadowMessages.say(kinds) : ShadowMessages.sayInOrder(kinds);
  }
}
