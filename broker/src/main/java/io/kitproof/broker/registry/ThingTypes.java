package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on thing types. */
public final class ThingTypes {

  /** How long AWS IoT wants a type to have been deprecated before it may go. */
  public static final Duration REST_BEFORE_DELETION = Duration.ofMinutes(5);

  private static final int MOST_SEARCHABLE = 3;

  private final Books books;

  ThingTypes(Books books) {
    this.books = books;
  }

  /**
   * Makes a type; the same one again is fine.
   *
   * @throws AwsFault ResourceAlreadyExistsException if there is one that differs
   */
  public ThingType create(String name, ThingType.Properties properties, Map<String, String> tags) {
    Constraint.THING_NAME.check("thingTypeName", name);
    check(properties);
    Tags kept = Tags.checked(tags);
    return books.change(
        () -> {
          Optional<ThingType> known = books.types.find(name);
          if (known.isPresent()) {
            return same(known.get(), properties);
          }
          ThingType type =
              new ThingType(
                  name, UUID.randomUUID().toString(), properties, books.clock.instant(), null);
          books.types.put(name, type);
          books.putTags(arn(name), kept);
          return type;
        });
  }

  private ThingType same(ThingType known, ThingType.Properties properties) {
    if (!known.properties().equals(properties)) {
      throw Faults.exists(
          "Thing type " + known.name() + " already exists in account with different properties",
          known.id(),
          arn(known.name()));
    }
    return known;
  }

  private static void check(ThingType.Properties properties) {
    Constraint.DESCRIPTION.checkIfAny("thingTypeDescription", properties.description());
    properties
        .searchable()
        .forEach(a -> Constraint.ATTRIBUTE_NAME.check("searchableAttributes", a));
    if (properties.searchable().size() > MOST_SEARCHABLE) {
      throw Faults.invalid("There are more than 3 searchable attributes.");
    }
    if (properties.propagated() != null) {
      properties.propagated().forEach(ThingTypes::check);
    }
  }

  private static void check(ThingType.Propagated propagated) {
    Constraint.USER_PROPERTY.check("userPropertyKey", propagated.userProperty());
    Constraint.ATTRIBUTE_NAME.checkIfAny("thingAttribute", propagated.thingAttribute());
    Constraint.CONNECTION_ATTRIBUTE.checkIfAny(
        "connectionAttribute", propagated.connectionAttribute());
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public ThingType describe(String name) {
    Constraint.THING_NAME.check("thingTypeName", name);
    return books.types.find(name).orElseThrow(Faults::notFound);
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public void update(String name, ThingType.Properties properties) {
    check(properties);
    books.change(
        () -> {
          ThingType type = describe(name);
          put(type, properties, type.deprecated());
        });
  }

  /**
   * From now on no new thing may be of this type, or may again.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public void deprecate(String name, boolean undo) {
    books.change(
        () -> {
          ThingType type = describe(name);
          Instant since = type.deprecated() == null ? books.clock.instant() : type.deprecated();
          put(type, type.properties(), undo ? null : since);
        });
  }

  private void put(ThingType type, ThingType.Properties properties, @Nullable Instant deprecated) {
    books.types.put(
        type.name(), new ThingType(type.name(), type.id(), properties, type.created(), deprecated));
  }

  /**
   * Forgets a type.
   *
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException unless it has been
   *     deprecated for five minutes and no thing is of it
   */
  public void delete(String name) {
    books.change(
        () -> {
          ThingType type = describe(name);
          String refusal = "Cannot delete thing type : " + name;
          Instant deprecated = type.deprecated();
          if (deprecated == null) {
            throw Faults.invalid(refusal + ". Please deprecate it first");
          }
          if (books.clock.instant().isBefore(deprecated.plus(REST_BEFORE_DELETION))) {
            throw Faults.invalid(
                refusal + ". Please wait for 5 minutes after deprecation and then retry");
          }
          if (books.things.all().stream().anyMatch(thing -> name.equals(thing.type()))) {
            throw Faults.invalid(refusal + " when there are still things of this type");
          }
          books.types.remove(name);
          books.tags.remove(arn(name));
        });
  }

  /**
   * Types in the order of their names.
   *
   * @param name the one that is wanted, if only one is
   */
  public Page<ThingType> list(Optional<String> name, Paging paging) {
    Stream<ThingType> some =
        books.types.all().stream().filter(t -> name.isEmpty() || name.get().equals(t.name()));
    return paging.byName(some, ThingType::name);
  }

  /** The full name of a type, whether it exists or not. */
  public String arn(String name) {
    return books.account.arn("thingtype", name);
  }
}
