package io.kitproof.broker.http.data;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.http.Routes;
import io.kitproof.broker.shadow.NamedShadows;
import io.kitproof.broker.shadow.Shadows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** GetThingShadow, UpdateThingShadow, DeleteThingShadow, ListNamedShadowsForThing. */
record ShadowOperations(Shadows shadows, Permit permit) {

  private static final int LARGEST_PAGE = 100;

  void addTo(Routes routes) {
    routes.add("GET", "/things/{thingName}/shadow", this::get);
    routes.add("POST", "/things/{thingName}/shadow", this::update);
    routes.add("DELETE", "/things/{thingName}/shadow", this::delete);
    routes.add("GET", "/api/things/shadow/ListNamedShadowsForThing/{thingName}", this::list);
  }

  private Answer get(Request request) {
    check(request, "iot:GetThingShadow");
    return Answer.document(shadows.get(thing(request), shadow(request)));
  }

  private Answer update(Request request) {
    check(request, "iot:UpdateThingShadow");
    return Answer.document(shadows.update(thing(request), shadow(request), request.body()));
  }

  private Answer delete(Request request) {
    check(request, "iot:DeleteThingShadow");
    return Answer.document(shadows.delete(thing(request), shadow(request)));
  }

  private Answer list(Request request) {
    permit.checkAny(request, "iot:ListNamedShadowsForThing");
    Optional<String> token = request.query("nextToken").filter(text -> !text.isEmpty());
    NamedShadows page =
        shadows.list(
            thing(request), token, Parameters.number(request, "pageSize", 1, LARGEST_PAGE));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("results", page.results());
    page.nextToken().ifPresent(next -> body.put("nextToken", next));
    body.put("timestamp", page.timestamp());
    return Answer.json(body);
  }

  /** A named shadow is a resource of its own, below its thing (facts of AWS IoT 3). */
  private void check(Request request, String action) {
    String name = shadow(request).map(shadow -> "/" + shadow).orElse("");
    permit.check(request, action, "thing/" + thing(request) + name);
  }

  private static String thing(Request request) {
    return request.part("thingName");
  }

  private static Optional<String> shadow(Request request) {
    return request.query("name").filter(name -> !name.isEmpty());
  }
}
