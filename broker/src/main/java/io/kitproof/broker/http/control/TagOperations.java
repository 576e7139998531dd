package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Paging;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.registry.Tagging;
import java.util.Map;

/** TagResource, UntagResource, ListTagsForResource. */
final class TagOperations {

  private final Tagging tagging;

  TagOperations(Registry registry) {
    this.tagging = registry.tagging();
  }

  void addTo(Control control) {
    control
        .add("POST", "/tags", this::add)
        .add("POST", "/untag", this::remove)
        .add("GET", "/tags", this::list);
  }

  private Answer add(Request request) {
    Body body = Body.of(request);
    tagging.add(body.text("resourceArn"), body.tags("tags"));
    return Tree.nothing();
  }

  private Answer remove(Request request) {
    Body body = Body.of(request);
    tagging.remove(body.text("resourceArn"), body.texts("tagKeys"));
    return Tree.nothing();
  }

  private Answer list(Request request) {
    String arn = request.query("resourceArn").orElse(null);
    Paging paging = new Paging(request.query("nextToken"), Paging.USUAL);
    return Tree.page("tags", tagging.list(arn, paging), TagOperations::shape, "nextToken").answer();
  }

  private static Tree shape(Map.Entry<String, String> tag) {
    return new Tree().with("Key", tag.getKey()).with("Value", tag.getValue());
  }
}
