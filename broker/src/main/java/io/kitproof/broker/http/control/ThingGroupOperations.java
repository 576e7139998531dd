package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Attributes;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.ThingGroup;
import io.kitproof.broker.registry.ThingGroups;
import java.util.List;
import java.util.Optional;

/** CreateThingGroup, DescribeThingGroup, UpdateThingGroup, DeleteThingGroup, ListThingGroups. */
final class ThingGroupOperations {

  private final ThingGroups groups;

  ThingGroupOperations(Registry registry) {
    this.groups = registry.groups();
  }

  void addTo(Control control) {
    control
        .add("POST", "/thing-groups/{thingGroupName}", this::create)
        .add("GET", "/thing-groups/{thingGroupName}", this::describe)
        .add("PATCH", "/thing-groups/{thingGroupName}", this::update)
        .add("DELETE", "/thing-groups/{thingGroupName}", this::delete)
        .add("GET", "/thing-groups", this::list);
  }

  private Answer create(Request request) {
    Body body = Body.of(request);
    Optional<Body> properties = body.object("thingGroupProperties");
    ThingGroup group =
        groups.create(
            new ThingGroups.New(
                request.part("thingGroupName"),
                body.text("parentGroupName"),
                properties.map(p -> p.text("thingGroupDescription")).orElse(null),
                attributes(properties).orElse(Attributes.NONE),
                body.tags("tags")));
    return new Tree()
        .with("thingGroupName", group.name())
        .with("thingGroupArn", groups.arn(group.name()))
        .with("thingGroupId", group.id())
        .answer();
  }

  private Answer describe(Request request) {
    ThingGroup group = groups.describe(request.part("thingGroupName"));
    List<ThingGroup> ancestors = groups.ancestors(group);
    Tree metadata = new Tree().with("parentGroupName", group.parent());
    if (!ancestors.isEmpty()) {
      metadata.with(
          "rootToParentThingGroups", ancestors, above -> nameAndArn(groups, above.name()));
    }
    Tree properties = new Tree().with("thingGroupDescription", group.description());
    if (!group.attributes().isEmpty()) {
      properties.with("attributePayload", new Tree().with("attributes", group.attributes()));
    }
    return new Tree()
        .with("thingGroupName", group.name())
        .with("thingGroupId", group.id())
        .with("thingGroupArn", groups.arn(group.name()))
        .with("version", group.version())
        .with("thingGroupProperties", properties)
        .with("thingGroupMetadata", metadata.with("creationDate", group.created()))
        .answer();
  }

  private Answer update(Request request) {
    Body body = Body.of(request);
    Optional<Body> properties = body.object("thingGroupProperties");
    long version =
        groups.update(
            new ThingGroups.Change(
                request.part("thingGroupName"),
                properties.map(p -> p.text("thingGroupDescription")).orElse(null),
                attributes(properties).orElse(null),
                body.number("expectedVersion")));
    return new Tree().with("version", version).answer();
  }

  private Answer delete(Request request) {
    groups.delete(request.part("thingGroupName"), Query.number(request, "expectedVersion"));
    return Tree.nothing();
  }

  /** Unasked AWS lists the groups of all levels. */
  private Answer list(Request request) {
    ThingGroups.Filter filter =
        new ThingGroups.Filter(
            request.query("parentGroup"),
            request.query("namePrefixFilter"),
            Query.maybe(request, "recursive").orElse(true));
    return Tree.page(
            "thingGroups",
            groups.list(filter, Query.byToken(request)),
            group -> nameAndArn(groups, group.name()),
            "nextToken")
        .answer();
  }

  static Tree nameAndArn(ThingGroups groups, String name) {
    return new Tree().with("groupName", name).with("groupArn", groups.arn(name));
  }

  private static Optional<Attributes> attributes(Optional<Body> properties) {
    return properties.flatMap(p -> p.object("attributePayload")).map(ThingOperations::attributes);
  }
}
