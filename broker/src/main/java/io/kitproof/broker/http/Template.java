package io.kitproof.broker.http;

import io.kitproof.broker.fault.AwsFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A path with braces, cut at its slashes. The more literal of two comes first. */
record Template(List<String> parts) implements Comparable<Template> {

  static Template parse(String template) {
    if (!template.startsWith("/")) {
      throw new IllegalArgumentException("\"" + template + "\" does not start with a slash.");
    }
    return new Template(List.of(template.split("/", -1)));
  }

  boolean matches(String[] path) {
    for (int i = 0; i < parts.size(); i++) {
      if (i == path.length) {
        return false;
      }
      if (isGreedy(parts.get(i))) {
        return i < path.length - 1 || !path[i].isEmpty();
      }
      if (isBraces(parts.get(i)) ? path[i].isEmpty() : !parts.get(i).equals(path[i])) {
        return false;
      }
    }
    return path.length == parts.size();
  }

  /**
   * @param path one that matches
   */
  Map<String, String> values(String[] path) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (isGreedy(part)) {
        String rest = String.join("/", Arrays.asList(path).subList(i, path.length));
        values.put(part.substring(1, part.length() - 2), decoded(rest));
      } else if (isBraces(part)) {
        values.put(part.substring(1, part.length() - 1), decoded(path[i]));
      }
    }
    return values;
  }

  @Override
  public int compareTo(Template other) {
    for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      int difference = looseness(parts.get(i)) - looseness(other.parts.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return other.parts.size() - parts.size();
  }

  private static int looseness(String part) {
    return isGreedy(part) ? 2 : isBraces(part) ? 1 : 0;
  }

  private static boolean isBraces(String part) {
    return part.startsWith("{");
  }

  private static boolean isGreedy(String part) {
    return part.endsWith("+}");
  }

  /** In a path, other than in a query, a plus sign is a plus sign. */
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AwsFault(
          "InvalidRequestException", 400, "The path has a percent sign that encodes nothing");
    }
  }
}
