package io.kitproof.broker.registry;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody has noted on something.
 *
 * @param values texts by key
 */
record Tags(Map<String, String> values) {

  private static final int MOST = 50;

  Tags {
    values = Collections.unmodifiableMap(values == null ? new TreeMap<>() : new TreeMap<>(values));
  }

  static Tags checked(Map<String, String> values) {
    values.forEach(
        (key, value) -> {
          Constraint.TAG_KEY.check("tags", key);
          Constraint.TAG_VALUE.check("tags", value);
          if (key.startsWith("aws:")) {
            throw Faults.invalid("The prefix aws: of tag keys is reserved.");
          }
        });
    if (values.size() > MOST) {
      throw Faults.limitExceeded("There are more than " + MOST + " tags.");
    }
    return new Tags(values);
  }

  Tags with(Tags more) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(more.values);
    return checked(all);
  }
}
