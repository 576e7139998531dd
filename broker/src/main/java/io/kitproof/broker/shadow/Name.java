package io.kitproof.broker.shadow;

/**
 * The name of an attribute, together with what stands for it in every rendering: the quoted text
 * and the colon. Names are written far more often than read.
 */
final class Name {

  private final String text;
  private final byte[] json;

  private Name(String text, byte[] json) {
    this.text = text;
    this.json = json;
  }

  static Name of(String text) {
    return of(text, new JsonBytes(text.length() + 3));
  }

  /**
   * @param scratch is empty, before and after
   */
  static Name of(String text, JsonBytes scratch) {
    return new Name(text, scratch.string(text).raw(':').takeFrom(0));
  }

  String text() {
    return text;
  }

  byte[] json() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
