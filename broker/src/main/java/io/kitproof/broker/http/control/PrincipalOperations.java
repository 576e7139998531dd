package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Page;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.ThingPrincipals;
import io.kitproof.broker.registry.ThingPrincipals.Attached;
import io.kitproof.broker.registry.ThingPrincipals.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** AttachThingPrincipal, DetachThingPrincipal and the lists from both ends. */
final class PrincipalOperations {

  private static final String TYPE = "thingPrincipalType";

  private final ThingPrincipals principals;

  PrincipalOperations(Registry registry) {
    this.principals = registry.principals();
  }

  void addTo(Control control) {
    control
        .add("PUT", "/things/{thingName}/principals", this::attach)
        .add("DELETE", "/things/{thingName}/principals", this::detach)
        .add("GET", "/things/{thingName}/principals", this::principals)
        .add("GET", "/things/{thingName}/principals-v2", this::principalsWithTypes)
        .add("GET", "/principals/things", this::things)
        .add("GET", "/principals/things-v2", this::thingsWithTypes);
  }

  private Answer attach(Request request) {
    principals.attach(
        request.part("thingName"),
        principal(request),
        type(request).orElse(Type.NON_EXCLUSIVE_THING));
    return Tree.nothing();
  }

  private Answer detach(Request request) {
    principals.detach(request.part("thingName"), principal(request));
    return Tree.nothing();
  }

  private Answer principals(Request request) {
    return names(
        "principals",
        principals.principals(request.part("thingName"), Optional.empty(), Query.byToken(request)));
  }

  private Answer things(Request request) {
    return names(
        "things", principals.things(principal(request), Optional.empty(), Query.byToken(request)));
  }

  private Answer principalsWithTypes(Request request) {
    return typed(
        "thingPrincipalObjects",
        "principal",
        principals.principals(request.part("thingName"), type(request), Query.byToken(request)));
  }

  private Answer thingsWithTypes(Request request) {
    return typed(
        "principalThingObjects",
        "thingName",
        principals.things(principal(request), type(request), Query.byToken(request)));
  }

  private static Answer names(String list, Page<Attached> page) {
    return Tree.names(
            list,
            new Page<>(page.items().stream().map(Attached::name).toList(), page.next()),
            "nextToken")
        .answer();
  }

  private static Answer typed(String list, String name, Page<Attached> page) {
    return Tree.page(
            list,
            page,
            one -> new Tree().with(name, one.name()).with(TYPE, one.type().name()),
            "nextToken")
        .answer();
  }

  private static @Nullable String principal(Request request) {
    return request.header("x-amzn-principal").orElse(null);
  }

  private static Optional<Type> type(Request request) {
    return request.query(TYPE).map(value -> Query.oneOf(Type.class, TYPE, value));
  }
}
