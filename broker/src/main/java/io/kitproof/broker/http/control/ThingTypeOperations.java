package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.ThingType;
import io.kitproof.broker.registry.ThingType.Propagated;
import io.kitproof.broker.registry.ThingType.Properties;
import io.kitproof.broker.registry.ThingTypes;

/** CreateThingType, DescribeThingType and the other operations on types. */
final class ThingTypeOperations {

  private final ThingTypes types;

  ThingTypeOperations(Registry registry) {
    this.types = registry.types();
  }

  void addTo(Control control) {
    control
        .add("POST", "/thing-types/{thingTypeName}", this::create)
        .add("GET", "/thing-types/{thingTypeName}", this::describe)
        .add("PATCH", "/thing-types/{thingTypeName}", this::update)
        .add("DELETE", "/thing-types/{thingTypeName}", this::delete)
        .add("POST", "/thing-types/{thingTypeName}/deprecate", this::deprecate)
        .add("GET", "/thing-types", this::list);
  }

  private Answer create(Request request) {
    Body body = Body.of(request);
    ThingType type =
        types.create(request.part("thingTypeName"), properties(body), body.tags("tags"));
    return new Tree()
        .with("thingTypeName", type.name())
        .with("thingTypeArn", types.arn(type.name()))
        .with("thingTypeId", type.id())
        .answer();
  }

  private Answer describe(Request request) {
    ThingType type = types.describe(request.part("thingTypeName"));
    return new Tree()
        .with("thingTypeName", type.name())
        .with("thingTypeId", type.id())
        .with("thingTypeArn", types.arn(type.name()))
        .with("thingTypeProperties", shape(type.properties()))
        .with("thingTypeMetadata", metadata(type))
        .answer();
  }

  private Answer update(Request request) {
    types.update(request.part("thingTypeName"), properties(Body.of(request)));
    return Tree.nothing();
  }

  private Answer delete(Request request) {
    types.delete(request.part("thingTypeName"));
    return Tree.nothing();
  }

  private Answer deprecate(Request request) {
    types.deprecate(request.part("thingTypeName"), Body.of(request).flag("undoDeprecate"));
    return Tree.nothing();
  }

  private Answer list(Request request) {
    return Tree.page(
            "thingTypes",
            types.list(request.query("thingTypeName"), Query.byToken(request)),
            this::listed,
            "nextToken")
        .answer();
  }

  private Tree listed(ThingType type) {
    return new Tree()
        .with("thingTypeName", type.name())
        .with("thingTypeArn", types.arn(type.name()))
        .with("thingTypeProperties", shape(type.properties()))
        .with("thingTypeMetadata", metadata(type));
  }

  private static Tree metadata(ThingType type) {
    Tree tree = new Tree().with("deprecated", type.deprecated() != null);
    if (type.deprecated() != null) {
      tree.with("deprecationDate", type.deprecated());
    }
    return tree.with("creationDate", type.created());
  }

  private static Tree shape(Properties properties) {
    Tree tree =
        new Tree()
            .with("thingTypeDescription", properties.description())
            .with("searchableAttributes", properties.searchable());
    return properties.propagated() == null
        ? tree
        : tree.with(
            "mqtt5Configuration",
            new Tree()
                .with(
                    "propagatingAttributes",
                    properties.propagated(),
                    ThingTypeOperations::propagated));
  }

  private static Tree propagated(Propagated one) {
    return new Tree()
        .with("userPropertyKey", one.userProperty())
        .with("thingAttribute", one.thingAttribute())
        .with("connectionAttribute", one.connectionAttribute());
  }

  private static Properties properties(Body body) {
    return body.object("thingTypeProperties")
        .map(
            given ->
                new Properties(
                    given.text("thingTypeDescription"),
                    given.texts("searchableAttributes"),
                    given
                        .object("mqtt5Configuration")
                        .map(
                            mqtt5 ->
                                mqtt5.objects("propagatingAttributes").stream()
                                    .map(ThingTypeOperations::propagated)
                                    .toList())
                        .orElse(null)))
        .orElse(Properties.NONE);
  }

  private static Propagated propagated(Body one) {
    String key = one.text("userPropertyKey");
    return new Propagated(
        key == null ? "" : key, one.text("thingAttribute"), one.text("connectionAttribute"));
  }
}
