package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations on thing groups themselves. */
public final class ThingGroups {

  private static final int DEEPEST = 7;

  private final Books books;

  ThingGroups(Books books) {
    this.books = books;
  }

  /** A group to be made; null where nothing is said. */
  public record New(
      String name,
      @Nullable String parent,
      @Nullable String description,
      Attributes attributes,
      Map<String, String> tags) {

    /** A group with a name and nothing else. */
    public static New named(String name) {
      return new New(name, null, null, Attributes.NONE, Map.of());
    }
  }

  /** A change to a group; null where nothing is to change. */
  public record Change(
      String name,
      @Nullable String description,
      @Nullable Attributes attributes,
      OptionalLong expectedVersion) {}

  /**
   * What groups to list.
   *
   * @param parent only those below it
   * @param recursive those of all levels, not only the next
   */
  public record Filter(Optional<String> parent, Optional<String> prefix, boolean recursive) {

    /** All groups. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), true);
  }

  /**
   * Makes a group; the same one again is fine.
   *
   * @throws AwsFault ResourceAlreadyExistsException if there is one that differs;
   *     ResourceNotFoundException if there is no such parent
   */
  public ThingGroup create(New wanted) {
    Constraint.THING_NAME.check("thingGroupName", wanted.name());
    Constraint.THING_NAME.checkIfAny("parentGroupName", wanted.parent());
    Constraint.DESCRIPTION.checkIfAny("thingGroupDescription", wanted.description());
    Map<String, String> attributes = wanted.attributes().appliedTo(Map.of(), Attributes.TYPED);
    Tags tags = Tags.checked(wanted.tags());
    return books.change(
        () -> {
          ThingGroup fresh =
              new ThingGroup(
                  wanted.name(),
                  UUID.randomUUID().toString(),
                  wanted.parent(),
                  wanted.description(),
                  attributes,
                  books.clock.instant(),
                  1);
          Optional<ThingGroup> known = books.groups.find(wanted.name());
          if (known.isPresent()) {
            return same(known.get(), fresh);
          }
          checkParent(wanted.parent());
          books.groups.put(fresh.name(), fresh);
          books.putTags(arn(fresh.name()), tags);
          return fresh;
        });
  }

  private ThingGroup same(ThingGroup known, ThingGroup wanted) {
    boolean same =
        known.attributes().equals(wanted.attributes())
            && Optional.ofNullable(known.parent()).equals(Optional.ofNullable(wanted.parent()))
            && Optional.ofNullable(known.description())
                .equals(Optional.ofNullable(wanted.description()));
    if (!same) {
      throw Faults.exists(
          "Thing Group "
              + known.name()
              + " already exists in current account with different properties",
          known.id(),
          arn(known.name()));
    }
    return known;
  }

  private void checkParent(@Nullable String parent) {
    if (parent != null && books.lineage(describe(parent).name()).size() >= DEEPEST) {
      throw Faults.invalid("A hierarchy of thing groups has at most " + DEEPEST + " levels.");
    }
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public ThingGroup describe(String name) {
    Constraint.THING_NAME.check("thingGroupName", name);
    return books.groups.find(name).orElseThrow(Faults::notFound);
  }

  /** The group's ancestors from the root down. */
  public List<ThingGroup> ancestors(ThingGroup group) {
    return group.parent() == null ? List.of() : books.lineage(group.parent());
  }

  /**
   * Changes a group, which counts its version up.
   *
   * @return the new version
   * @throws AwsFault VersionConflictException if it has another version than expected
   */
  public long update(Change change) {
    Constraint.DESCRIPTION.checkIfAny("thingGroupDescription", change.description());
    return books.change(
        () -> {
          ThingGroup group = describe(change.name());
          checkVersion(group, change.expectedVersion());
          Map<String, String> attributes =
              change.attributes() == null
                  ? group.attributes()
                  : change.attributes().appliedTo(group.attributes(), Attributes.TYPED);
          String description =
              change.description() == null ? group.description() : change.description();
          ThingGroup changed =
              new ThingGroup(
                  group.name(),
                  group.id(),
                  group.parent(),
                  description,
                  attributes,
                  group.created(),
                  group.version() + 1);
          books.groups.put(changed.name(), changed);
          return changed.version();
        });
  }

  private static void checkVersion(ThingGroup group, OptionalLong expected) {
    if (expected.isPresent() && expected.getAsLong() != group.version()) {
      throw Faults.versionConflict("thing group", group.name());
    }
  }

  /**
   * Forgets a group, who is in it and what is attached to it; one that is not known is fine.
   *
   * @throws AwsFault InvalidRequestException while it has child groups
   */
  public void delete(String name, OptionalLong expectedVersion) {
    Constraint.THING_NAME.check("thingGroupName", name);
    books.changeRights(
        () -> books.groups.find(name).ifPresent(group -> deleted(group, expectedVersion)));
  }

  private void deleted(ThingGroup group, OptionalLong expectedVersion) {
    checkVersion(group, expectedVersion);
    String name = group.name();
    if (books.groups.all().stream().anyMatch(other -> name.equals(other.parent()))) {
      throw Faults.invalid(
          "Cannot delete thing group : "
              + name
              + " when there are still child groups attached to it");
    }
    books.members.ofLeft(name).forEach(thing -> books.members.remove(name, thing));
    books.targets.ofRight(arn(name)).forEach(policy -> books.targets.remove(policy, arn(name)));
    books.tags.remove(arn(name));
    books.groups.remove(name);
  }

  /**
   * Groups in the order of their names.
   *
   * @throws AwsFault ResourceNotFoundException if there is no such parent
   */
  public Page<ThingGroup> list(Filter filter, Paging paging) {
    filter.parent().ifPresent(this::checkKnown);
    Stream<ThingGroup> some =
        books.groups.all().stream()
            .filter(group -> group.name().startsWith(filter.prefix().orElse("")))
            .filter(group -> isBelow(group, filter));
    return paging.byName(some, ThingGroup::name);
  }

  private void checkKnown(String name) {
    if (!books.groups.has(name)) {
      throw Faults.notFound();
    }
  }

  private boolean isBelow(ThingGroup group, Filter filter) {
    if (!filter.recursive()) {
      return filter.parent().equals(Optional.ofNullable(group.parent()));
    }
    return filter.parent().isEmpty()
        || ancestors(group).stream().anyMatch(g -> filter.parent().get().equals(g.name()));
  }

  /** The full name of a group, whether it exists or not. */
  public String arn(String name) {
    return books.account.arn("thinggroup", name);
  }
}
