package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Memberships;
import io.kitproof.broker.registry.Memberships.Reference;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.ThingGroups;

/** AddThingToThingGroup, RemoveThingFromThingGroup and the lists of who is where. */
final class MembershipOperations {

  private final Memberships memberships;
  private final ThingGroups groups;

  MembershipOperations(Registry registry) {
    this.memberships = registry.memberships();
    this.groups = registry.groups();
  }

  void addTo(Control control) {
    control
        .add("PUT", "/thing-groups/addThingToThingGroup", this::add)
        .add("PUT", "/thing-groups/removeThingFromThingGroup", this::remove)
        .add("PUT", "/thing-groups/updateThingGroupsForThing", this::update)
        .add("GET", "/thing-groups/{thingGroupName}/things", this::things)
        .add("GET", "/things/{thingName}/thing-groups", this::groups);
  }

  private Answer add(Request request) {
    Body body = Body.of(request);
    memberships.add(group(body), thing(body));
    return Tree.nothing();
  }

  private Answer remove(Request request) {
    Body body = Body.of(request);
    memberships.remove(group(body), thing(body));
    return Tree.nothing();
  }

  private Answer update(Request request) {
    Body body = Body.of(request);
    memberships.update(
        body.text("thingName"), body.texts("thingGroupsToAdd"), body.texts("thingGroupsToRemove"));
    return Tree.nothing();
  }

  private Answer things(Request request) {
    return Tree.names(
            "things",
            memberships.things(
                request.part("thingGroupName"),
                Query.flag(request, "recursive"),
                Query.byToken(request)),
            "nextToken")
        .answer();
  }

  private Answer groups(Request request) {
    return Tree.page(
            "thingGroups",
            memberships.groups(request.part("thingName"), Query.byToken(request)),
            name -> ThingGroupOperations.nameAndArn(groups, name),
            "nextToken")
        .answer();
  }

  private static Reference group(Body body) {
    return new Reference(body.text("thingGroupName"), body.text("thingGroupArn"));
  }

  private static Reference thing(Body body) {
    return new Reference(body.text("thingName"), body.text("thingArn"));
  }
}
