package io.kitproof.broker.http.data;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What names the page after this one: where this one ended, so that nothing need be kept. */
final class Tokens {

  private Tokens() {}

  static String of(String last) {
    return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws io.kitproof.broker.fault.AwsFault if it is none
   */
  static String textOf(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Parameters.invalid("nextToken is none of ours");
    }
  }
}
