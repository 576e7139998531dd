package io.kitproof.broker.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose things these are and where.
 *
 * @param region such as {@code us-east-1}
 * @param id twelve digits
 */
public record Account(String region, String id) {

  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  /**
   * @throws IllegalArgumentException if the id is not twelve digits
   */
  public Account {
    if (!TWELVE_DIGITS.matcher(id).matches()) {
      throw new IllegalArgumentException("An account id has twelve digits, not \"" + id + "\".");
    }
  }

  /**
   * The full name of something in this account.
   *
   * @param kind such as {@code thing}, {@code cert}, {@code policy}, {@code thinggroup}
   */
  public String arn(String kind, String name) {
    return arns() + kind + "/" + name;
  }

  /** What all full names of this account begin with. */
  public String arns() {
    return "arn:aws:iot:" + region + ":" + id + ":";
  }

  /** The name behind such a full name, if it is of this kind and this account. */
  Optional<String> nameIn(String arn, String kind) {
    String prefix = arn(kind, "");
    return arn.startsWith(prefix) && arn.length() > prefix.length()
        ? Optional.of(arn.substring(prefix.length()))
        : Optional.empty();
  }
}
