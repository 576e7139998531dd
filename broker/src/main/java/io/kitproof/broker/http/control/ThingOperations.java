package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Attributes;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.Thing;
import io.kitproof.broker.registry.Things;
import java.util.Map;

/** CreateThing, DescribeThing, UpdateThing, DeleteThing, ListThings. */
final class ThingOperations {

  private final Things things;

  ThingOperations(Registry registry) {
    this.things = registry.things();
  }

  void addTo(Control control) {
    control
        .add("POST", "/things/{thingName}", this::create)
        .add("GET", "/things/{thingName}", this::describe)
        .add("PATCH", "/things/{thingName}", this::update)
        .add("DELETE", "/things/{thingName}", this::delete)
        .add("GET", "/things", this::list);
  }

  private Answer create(Request request) {
    Body body = Body.of(request);
    Thing thing =
        things.create(
            new Things.New(
                request.part("thingName"),
                body.text("thingTypeName"),
                body.object("attributePayload")
                    .map(ThingOperations::attributes)
                    .orElse(Attributes.NONE),
                body.text("billingGroupName")));
    return new Tree()
        .with("thingName", thing.name())
        .with("thingArn", things.arn(thing.name()))
        .with("thingId", thing.id())
        .answer();
  }

  private Answer describe(Request request) {
    Thing thing = things.describe(request.part("thingName"));
    return new Tree()
        .with("defaultClientId", thing.name())
        .with("thingName", thing.name())
        .with("thingId", thing.id())
        .with("thingArn", things.arn(thing.name()))
        .with("thingTypeName", thing.type())
        .with("attributes", thing.attributes())
        .with("version", thing.version())
        .answer();
  }

  private Answer update(Request request) {
    Body body = Body.of(request);
    var unused =
        things.update(
            new Things.Change(
                request.part("thingName"),
                body.text("thingTypeName"),
                body.flag("removeThingType"),
                body.object("attributePayload").map(ThingOperations::attributes).orElse(null),
                body.number("expectedVersion")));
    return Tree.nothing();
  }

  private Answer delete(Request request) {
    things.delete(request.part("thingName"), Query.number(request, "expectedVersion"));
    return Tree.nothing();
  }

  private Answer list(Request request) {
    Things.Filter filter =
        new Things.Filter(
            request.query("thingTypeName").orElse(null),
            request.query("attributeName").orElse(null),
            request.query("attributeValue").orElse(null),
            Query.flag(request, "usePrefixAttributeValue"));
    return Tree.page(
            "things", things.list(filter, Query.byToken(request)), this::listed, "nextToken")
        .answer();
  }

  private Tree listed(Thing thing) {
    return new Tree()
        .with("thingName", thing.name())
        .with("thingTypeName", thing.type())
        .with("thingArn", things.arn(thing.name()))
        .with("attributes", thing.attributes())
        .with("version", thing.version());
  }

  /** A payload without attributes leaves all as they are, whatever it says of merging. */
  static Attributes attributes(Body payload) {
    return payload
        .map("attributes")
        .map((Map<String, String> values) -> new Attributes(values, payload.flag("merge")))
        .orElse(Attributes.NONE);
  }
}
