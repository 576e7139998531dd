package io.kitproof.broker.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request that has been read to its end and is known to come from its caller.
 *
 * @param id what AWS calls request id or trace id, a UUID; it goes into the answer
 * @param method in capitals
 * @param path as it came, percent-encoded, without the query
 * @param parts what the braces of the route's template stand for, decoded once: a {@code %2F} has
 *     become a slash
 * @param query decoded; of a name that comes twice, the first
 * @param headers by lower-case name; the values of a name that comes twice joined by a comma
 * @param body at most 256 KiB; not to be changed
 */
public record Request(
    String id,
    String method,
    String path,
    Map<String, String> parts,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    Caller caller) {

  public Request {
    parts = Map.copyOf(parts);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /**
   * The part of the path that a template's braces stand for.
   *
   * @throws IllegalArgumentException if the template has no such braces
   */
  public String part(String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("No {" + name + "} in the template of this route.");
    }
    return part;
  }

  /** Empty if the query does not have the name; an empty text if the name has no value. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /**
   * @param name in lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
