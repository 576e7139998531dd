package io.kitproof.broker.registry;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.fault.AwsFault;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on things. */
public final class Things {

  private final Books books;

  Things(Books books) {
    this.books = books;
  }

  /**
   * A thing to be made.
   *
   * @param billingGroup refused if named: there are none here
   */
  public record New(
      String name, @Nullable String type, Attributes attributes, @Nullable String billingGroup) {

    /** A thing with a name and nothing else. */
    public static New named(String name) {
      return new New(name, null, Attributes.NONE, null);
    }
  }

  /**
   * A change to a thing.
   *
   * @param type the one it is to have; unchanged if null
   * @param removeType whether it is to have none
   * @param attributes unchanged if null
   */
  public record Change(
      String name,
      @Nullable String type,
      boolean removeType,
      @Nullable Attributes attributes,
      OptionalLong expectedVersion) {}

  /**
   * What things to list; null where it does not matter.
   *
   * @param prefix whether the attribute's value need only begin so
   */
  public record Filter(
      @Nullable String type, @Nullable String attribute, @Nullable String value, boolean prefix) {

    /** All things. */
    public static final Filter ALL = new Filter(null, null, null, false);

    boolean takes(Thing thing) {
      if (type != null && !type.equals(thing.type())) {
        return false;
      }
      if (attribute == null) {
        return true;
      }
      String own = thing.attributes().get(attribute);
      return own != null && (value == null || (prefix ? own.startsWith(value) : own.equals(value)));
    }
  }

  /**
   * Makes a thing; the same one again is fine.
   *
   * @throws AwsFault ResourceAlreadyExistsException if there is one that differs
   */
  public Thing create(New wanted) {
    Constraint.THING_NAME.check("thingName", wanted.name());
    Constraint.THING_NAME.checkIfAny("thingTypeName", wanted.type());
    return books.change(() -> created(wanted));
  }

  private Thing created(New wanted) {
    if (wanted.billingGroup() != null) {
      throw Faults.notFound();
    }
    Map<String, String> attributes =
        wanted.attributes().appliedTo(Map.of(), mostAttributes(wanted.type()));
    Optional<Thing> known = books.things.find(wanted.name());
    if (known.isPresent()) {
      return same(known.get(), wanted, attributes);
    }
    checkType(wanted.type(), "Can not create new thing with depreated thing type:");
    Thing thing =
        new Thing(wanted.name(), UUID.randomUUID().toString(), wanted.type(), attributes, 1);
    books.things.put(thing.name(), thing);
    return thing;
  }

  private Thing same(Thing known, New wanted, Map<String, String> attributes) {
    boolean same =
        known.attributes().equals(attributes)
            && Optional.ofNullable(known.type()).equals(Optional.ofNullable(wanted.type()));
    if (!same) {
      throw Faults.exists(
          "Thing " + known.name() + " already exists in account with different attributes",
          known.id(),
          arn(known.name()));
    }
    return known;
  }

  private static int mostAttributes(@Nullable String type) {
    return type == null ? Attributes.UNTYPED : Attributes.TYPED;
  }

  /** The spelling of the first refusal is AWS's own (LocalStack, moto). */
  private void checkType(@Nullable String type, String refusal) {
    if (type == null) {
      return;
    }
    if (books.types.find(type).orElseThrow(Faults::notFound).deprecated() != null) {
      throw Faults.invalid(refusal + type);
    }
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public Thing describe(String name) {
    Constraint.THING_NAME.check("thingName", name);
    return books.things.find(name).orElseThrow(Faults::notFound);
  }

  /**
   * Changes a thing, which counts its version up.
   *
   * @throws AwsFault VersionConflictException if it has another version than expected
   */
  @CanIgnoreReturnValue
  public Thing update(Change change) {
    Constraint.THING_NAME.check("thingName", change.name());
    Constraint.THING_NAME.checkIfAny("thingTypeName", change.type());
    if (change.removeType() && change.type() != null) {
      throw Faults.invalid("The thing type can't be changed and removed at once.");
    }
    return books.changeRights(
        () -> {
          Thing thing = books.things.find(change.name()).orElseThrow(Faults::notFound);
          checkVersion(thing, change.expectedVersion());
          checkType(change.type(), "Can not update a thing to use deprecated thing type: ");
          Thing changed = changed(thing, change);
          books.things.put(changed.name(), changed);
          return changed;
        });
  }

  private static Thing changed(Thing thing, Change change) {
    String kept = change.removeType() ? null : thing.type();
    String type = change.type() == null ? kept : change.type();
    Map<String, String> attributes =
        change.attributes() == null
            ? thing.attributes()
            : change.attributes().appliedTo(thing.attributes(), mostAttributes(type));
    return new Thing(thing.name(), thing.id(), type, attributes, thing.version() + 1);
  }

  private static void checkVersion(Thing thing, OptionalLong expected) {
    if (expected.isPresent() && expected.getAsLong() != thing.version()) {
      throw Faults.versionConflict("thing", thing.name());
    }
  }

  /**
   * Forgets a thing; one that is not known is fine.
   *
   * @throws AwsFault InvalidRequestException while a principal is attached to it
   */
  public void delete(String name, OptionalLong expectedVersion) {
    Constraint.THING_NAME.check("thingName", name);
    books.change(() -> books.things.find(name).ifPresent(t -> deleted(t, expectedVersion)));
  }

  private void deleted(Thing thing, OptionalLong expectedVersion) {
    checkVersion(thing, expectedVersion);
    if (!books.principals.ofLeft(thing.name()).isEmpty()) {
      throw Faults.invalid(
          "Cannot delete. Thing " + thing.name() + " is still attached to one or more principals");
    }
    books.members.ofRight(thing.name()).forEach(g -> books.members.remove(g, thing.name()));
    books.things.remove(thing.name());
  }

  /** Things in the order of their names. */
  public Page<Thing> list(Filter filter, Paging paging) {
    Stream<Thing> some = books.things.all().stream().filter(filter::takes);
    return paging.byName(some, Thing::name);
  }

  /** The full name of a thing, whether it exists or not. */
  public String arn(String name) {
    return books.account.arn("thing", name);
  }
}
