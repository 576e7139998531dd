package io.kitproof.broker.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several things have in common.
 *
 * @param id a UUID
 * @param deprecated since when no new thing may be of this type; null while any may
 */
public record ThingType(
    String name, String id, Properties properties, Instant created, @Nullable Instant deprecated) {

  /**
   * What can be said of a type.
   *
   * @param searchable names of attributes, at most three
   * @param propagated what the gateway adds to messages of MQTT 5; kept and told, no more
   */
  public record Properties(
      @Nullable String description,
      List<String> searchable,
      @Nullable List<Propagated> propagated) {

    /** Nothing said. */
    public static final Properties NONE = new Properties(null, List.of(), null);

    public Properties {
      searchable = searchable == null ? List.of() : List.copyOf(searchable);
      propagated = propagated == null ? null : List.copyOf(propagated);
    }
  }

  /** A user property and the attribute of the thing or of the connection that it takes. */
  public record Propagated(
      String userProperty, @Nullable String thingAttribute, @Nullable String connectionAttribute) {}
}
