package io.kitproof.broker.registry;

import java.util.Map;
import java.util.TreeMap;

/**
 * Attributes of a thing or a group as a request has them.
 *
 * @param values texts by name; an empty one removes the attribute of that name
 * @param merge whether those that are not named stay; said when creating, it means nothing
 */
public record Attributes(Map<String, String> values, boolean merge) {

  /** None, and none to remove. */
  public static final Attributes NONE = new Attributes(Map.of(), true);

  /** AWS IoT's limit for things without a type. */
  static final int UNTYPED = 3;

  /** AWS IoT's limit for things with a type, and for groups. */
  static final int TYPED = 50;

  public Attributes {
    values = Map.copyOf(values);
  }

  /** What there is after this has been applied to what there was. */
  Map<String, String> appliedTo(Map<String, String> before, int most) {
    Map<String, String> after = merge ? new TreeMap<>(before) : new TreeMap<>();
    values.forEach(
        (name, value) -> {
          Constraint.ATTRIBUTE_NAME.check("attributePayload.attributes", name);
          Constraint.ATTRIBUTE_VALUE.check("attributePayload.attributes", value);
          if (value.isEmpty()) {
            after.remove(name);
          } else {
            after.put(name, value);
          }
        });
    if (after.size() > most) {
      throw Faults.invalid("There are more than " + most + " attributes.");
    }
    return after;
  }
}
