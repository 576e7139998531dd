package io.kitproof.broker.http.sign;

import java.nio.charset.StandardCharsets;

/**
 * What a signature is good for: one day, region and service.
 *
 * @param keyId of the access key
 * @param date {@code yyyyMMdd}
 * @param terminator {@code aws4_request}
 */
record Scope(String keyId, String date, String region, String service, String terminator) {

  static final String TERMINATOR = "aws4_request";

  /** Signs with the key that is derived from the secret for this scope. */
  byte[] sign(String secret, String text) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String step : new String[] {date, region, service, terminator}) {
      key = Hmac.of(key, step);
    }
    return Hmac.of(key, text);
  }

  /** As it stands in the text that is signed. */
  @Override
  public String toString() {
    return String.join("/", date, region, service, terminator);
  }
}
