package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on which things are in which groups. */
public final class Memberships {

  private static final int MOST_GROUPS = 10;

  private final Books books;
  private final ThingGroups groups;

  Memberships(Books books, ThingGroups groups) {
    this.books = books;
    this.groups = groups;
  }

  /** A thing or a group by its name, by its full name or by both. */
  public record Reference(@Nullable String name, @Nullable String arn) {

    /** By its name. */
    public static Reference named(String name) {
      return new Reference(name, null);
    }
  }

  /**
   * Puts a thing into a group; one that is in it already is fine.
   *
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException if it would be in more than
   *     ten groups, or a name is missing or does not fit the ARN beside it
   */
  public void add(Reference group, Reference thing) {
    String groupName = groupName(group);
    String thingName = thingName(thing);
    books.changeRights(() -> added(groupName, thingName));
  }

  /**
   * Takes a thing out of a group; one that is not in it is fine.
   *
   * @throws AwsFault as {@link #add}
   */
  public void remove(Reference group, Reference thing) {
    String groupName = groupName(group);
    String thingName = thingName(thing);
    books.changeRights(() -> removed(groupName, thingName));
  }

  /**
   * Puts a thing into some groups and takes it out of others, all or nothing.
   *
   * @throws AwsFault as {@link #add}
   */
  public void update(@Nullable String thingName, List<String> in, List<String> out) {
    String thing = Constraint.THING_NAME.check("thingName", thingName);
    in.forEach(group -> Constraint.THING_NAME.check("thingGroupsToAdd", group));
    out.forEach(group -> Constraint.THING_NAME.check("thingGroupsToRemove", group));
    books.changeRights(
        () -> {
          Stream.concat(in.stream(), out.stream()).forEach(group -> checkBoth(group, thing));
          long after =
              Stream.concat(
                      books.members.ofRight(thing).stream().filter(g -> !out.contains(g)),
                      in.stream())
                  .distinct()
                  .count();
          checkNumber(after);
          out.forEach(group -> books.members.remove(group, thing));
          in.forEach(group -> books.members.put(group, thing, ""));
        });
  }

  private void added(String group, String thing) {
    checkBoth(group, thing);
    List<String> before = books.members.ofRight(thing);
    if (!before.contains(group)) {
      checkNumber(before.size() + 1L);
      books.members.put(group, thing, "");
    }
  }

  private void removed(String group, String thing) {
    checkBoth(group, thing);
    books.members.remove(group, thing);
  }

  private void checkBoth(String group, String thing) {
    if (!books.groups.has(group) || !books.things.has(thing)) {
      throw Faults.notFound();
    }
  }

  private static void checkNumber(long groups) {
    if (groups > MOST_GROUPS) {
      throw Faults.invalid("A thing can be in at most " + MOST_GROUPS + " thing groups.");
    }
  }

  private String groupName(Reference group) {
    return resolve(group, "thinggroup", "thingGroupName", "thingGroupArn", groups::arn);
  }

  private String thingName(Reference thing) {
    return resolve(
        thing, "thing", "thingName", "thingArn", name -> books.account.arn("thing", name));
  }

  /** The words are AWS's own (moto). */
  private String resolve(
      Reference one, String kind, String name, String arn, Function<String, String> arnOf) {
    if (one.name() != null) {
      Constraint.THING_NAME.check(name, one.name());
      if (one.arn() != null && !one.arn().equals(arnOf.apply(one.name()))) {
        throw Faults.invalid(
            name + " " + arn + " does not match specified " + name + " in request");
      }
      return one.name();
    }
    if (one.arn() == null) {
      throw Faults.invalid(
          "Both " + arn + " and " + name + " are empty. Need to specify at least one of them");
    }
    return books.account.nameIn(one.arn(), kind).orElseThrow(Faults::notFound);
  }

  /**
   * Names of the things in a group, in order.
   *
   * @param recursive those in its child groups as well
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<String> things(String group, boolean recursive, Paging paging) {
    ThingGroup top = groups.describe(group);
    Stream<String> names =
        recursive
            ? books.groups.all().stream()
                .filter(g -> books.lineage(g.name()).contains(top))
                .flatMap(g -> books.members.ofLeft(g.name()).stream())
                .distinct()
            : books.members.ofLeft(group).stream();
    return paging.byName(names, name -> name);
  }

  /**
   * Names of the groups a thing has been put into, in order.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<String> groups(String thing, Paging paging) {
    Constraint.THING_NAME.check("thingName", thing);
    if (!books.things.has(thing)) {
      throw Faults.notFound();
    }
    return paging.byName(books.members.ofRight(thing).stream(), name -> name);
  }
}
