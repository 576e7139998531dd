package io.kitproof.broker.registry;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A device as the registry knows it.
 *
 * @param id a UUID
 * @param type name of its thing type
 * @param attributes texts by name
 * @param version 1 at first, one more with each update
 */
public record Thing(
    String name, String id, @Nullable String type, Map<String, String> attributes, long version) {

  /** Attributes are put in order. */
  public Thing {
    attributes =
        Collections.unmodifiableMap(
            attributes == null ? new TreeMap<>() : new TreeMap<>(attributes));
  }
}
