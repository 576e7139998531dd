package io.kitproof.broker.registry;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.fault.AwsFault;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names and values must look like (facts of AWS IoT 4.1), and AWS's words when they don't. */
public enum Constraint {
  THING_NAME(1, 128, "[a-zA-Z0-9:_-]+"),
  POLICY_NAME(1, 128, "[\\w+=,.@-]+"),
  POLICY_VERSION(1, 10, "[0-9]+"),
  POLICY_DOCUMENT(0, 404_600, "[\\s\\S]*"),
  CERTIFICATE_ID(64, 64, "(0x)?[a-fA-F0-9]+"),
  PEM(1, 65_536, "[\\s\\S]*"),
  SIGNING_REQUEST(1, 4096, "[\\s\\S]*"),
  ATTRIBUTE_NAME(1, 128, "[a-zA-Z0-9_.,@/:#-]+"),
  ATTRIBUTE_VALUE(0, 800, "[a-zA-Z0-9_.,@/:#=\\[\\]-]*"),
  USER_PROPERTY(1, 128, "[a-zA-Z0-9:$.]+"),
  CONNECTION_ATTRIBUTE(1, 128, "[a-zA-Z0-9:.]+"),
  DESCRIPTION(0, 2028, "[\\p{Graph}\\x20]*"),
  TAG_KEY(1, 128, "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"),
  TAG_VALUE(0, 256, "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"),
  RESOURCE(0, 2048, "[\\s\\S]*"),
  ENDPOINT_TYPE(0, 128, "[\\s\\S]*"),
  MARKER(1, 1024, "[A-Za-z0-9+/]+={0,2}");

  private final int shortest;
  private final int longest;
  private final Pattern pattern;

  Constraint(int shortest, int longest, String pattern) {
    this.shortest = shortest;
    this.longest = longest;
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * Gives the value back if it satisfies the constraint.
   *
   * @param member what AWS's model calls it
   * @throws AwsFault InvalidRequestException if it doesn't, or is not there at all
   */
  @CanIgnoreReturnValue
  public String check(String member, @Nullable String value) {
    if (value == null) {
      throw violated("null", member, "Member must not be null");
    }
    String quoted = "'" + value + "'";
    if (value.length() > longest) {
      throw violated(quoted, member, "Member must have length less than or equal to " + longest);
    }
    if (value.length() < shortest) {
      throw violated(
          quoted, member, "Member must have length greater than or equal to " + shortest);
    }
    if (!pattern.matcher(value).matches()) {
      throw violated(
          quoted, member, "Member must satisfy regular expression pattern: " + pattern.pattern());
    }
    return value;
  }

  /** Checks the value unless it is not there. */
  void checkIfAny(String member, @Nullable String value) {
    if (value != null) {
      check(member, value);
    }
  }

  /**
   * Gives a number back if it is in its range.
   *
   * @throws AwsFault InvalidRequestException if it is not
   */
  @CanIgnoreReturnValue
  public static long range(String member, long value, long least, long most) {
    if (value > most) {
      throw violated(
          "'" + value + "'", member, "Member must have value less than or equal to " + most);
    }
    if (value < least) {
      throw violated(
          "'" + value + "'", member, "Member must have value greater than or equal to " + least);
    }
    return value;
  }

  /**
   * Gives the value back if it is one of these.
   *
   * @throws AwsFault InvalidRequestException if it is not
   */
  public static String oneOf(String member, @Nullable String value, Collection<String> values) {
    if (value == null) {
      throw violated("null", member, "Member must not be null");
    }
    if (!values.contains(value)) {
      throw violated(
          "'" + value + "'",
          member,
          "Member must satisfy enum value set: [" + String.join(", ", values) + "]");
    }
    return value;
  }

  /** The refusal in the words of AWS's validation, the same for all its services. */
  public static AwsFault violated(String quoted, String member, String rule) {
    return Faults.invalid(
        "1 validation error detected: Value "
            + quoted
            + " at '"
            + member
            + "' failed to satisfy constraint: "
            + rule);
  }
}
