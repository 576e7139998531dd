package io.kitproof.broker.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that are treated alike: a policy attached to a group counts for the certificates of all
 * things in it and in its child groups.
 *
 * @param id a UUID
 * @param parent name of the group it belongs to
 * @param attributes texts by name
 * @param version 1 at first, one more with each update
 */
public record ThingGroup(
    String name,
    String id,
    @Nullable String parent,
    @Nullable String description,
    Map<String, String> attributes,
    Instant created,
    long version) {

  /** Attributes are put in order. */
  public ThingGroup {
    attributes =
        Collections.unmodifiableMap(
            attributes == null ? new TreeMap<>() : new TreeMap<>(attributes));
  }
}
