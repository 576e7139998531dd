package io.kitproof.broker.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.fault.AwsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which operation serves which method and path. A template is a path whose parts may be braces:
 * {@code /things/{thingName}/principals}; braces stand for exactly one part, not an empty one, and
 * {@code {topic+}} at the end for all that is left, slashes and all. Literal parts go before
 * braces, and braces before the greedy ones. To be filled before the first request.
 */
public final class Routes {

  private final List<Route> routes = new ArrayList<>();

  /** An operation and what the braces of its template stand for. */
  record Match(Operation operation, Map<String, String> parts) {}

  /**
   * @param method in capitals
   * @param template of the path, with a slash at the start and none at the end
   * @throws IllegalArgumentException if the template does not start with a slash
   */
  @CanIgnoreReturnValue
  public Routes add(String method, String template, Operation operation) {
    routes.add(new Route(method, Template.parse(template), operation));
    return this;
  }

  /**
   * @param path as it came, percent-encoded
   * @throws AwsFault UnknownOperationException if nothing lives at that path,
   *     MethodNotAllowedException if something does, InvalidRequestException if a part cannot be
   *     decoded
   */
  Match find(String method, String path) {
    String[] parts = path.split("/", -1);
    @Nullable Route best = null;
    boolean otherMethod = false;
    for (Route route : routes) {
      if (route.template.matches(parts)) {
        if (!route.method.equals(method)) {
          otherMethod = true;
        } else if (best == null || route.template.compareTo(best.template) < 0) {
          best = route;
        }
      }
    }
    if (best == null) {
      throw otherMethod
          ? new AwsFault("MethodNotAllowedException", 405, "Method Not Allowed")
          : new AwsFault("UnknownOperationException", 404, "Unknown operation");
    }
    return new Match(best.operation, best.template.values(parts));
  }

  private record Route(String method, Template template, Operation operation) {}
}
