package io.kitproof.broker.gateway;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What AWS IoT takes as a topic name or a topic filter; the checks answer with what is wrong, or
 * null. Limits: facts of AWS IoT 2.2.
 */
final class Topics {

  private static final int MAX_BYTES = 256;
  private static final int MAX_SLASHES = 7;
  private static final int MAX_SHARE_NAME = 128;
  private static final String SHARE = "$share/";

  private Topics() {}

  /** What is wrong with a topic to publish to. */
  static @Nullable String wrongName(String topic) {
    String wrong = wrongText("topic", topic);
    if (wrong != null) {
      return wrong;
    }
    if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
      return "topic \"" + topic + "\" holds a wildcard, which only a filter may";
    }
    return tooDeep("topic", topic);
  }

  /** What is wrong with a filter to subscribe to; a shared one is taken apart first. */
  static @Nullable String wrongFilter(String filter) {
    String wrong = wrongText("filter", filter);
    if (wrong != null) {
      return wrong;
    }
    if (!filter.startsWith(SHARE) && !filter.equals("$share")) {
      return wrongLevels(filter, filter);
    }
    int slash = filter.indexOf('/', SHARE.length());
    String name = slash < 0 ? "" : filter.substring(SHARE.length(), slash);
    String shared = slash < 0 ? "" : filter.substring(slash + 1);
    if (name.isEmpty() || shared.isEmpty() || name.indexOf('+') >= 0 || name.indexOf('#') >= 0) {
      return "filter \"" + filter + "\" is not of the form $share/{name}/{filter}";
    }
    if (name.length() > MAX_SHARE_NAME) {
      return "the share name of a filter has "
          + name.length()
          + " characters, at most 128 are taken";
    }
    return shared.startsWith("$")
        ? "filter \"" + filter + "\" shares a reserved topic"
        : wrongLevels(filter, shared);
  }

  /** Whether a topic or filter is the cloud's own and not one of the shared subscriptions. */
  static boolean reserved(String topic) {
    return topic.startsWith("$") && !topic.startsWith(SHARE) && !topic.equals("$share");
  }

  /**
   * What a policy is asked about a filter. Whether AWS asks for a shared subscription with or
   * without its share name is not known; here it is without.
   */
  static String inPolicies(String filter) {
    return shared(filter) ? filter.substring(filter.indexOf('/', SHARE.length()) + 1) : filter;
  }

  static boolean shared(String filter) {
    return filter.startsWith(SHARE);
  }

  static boolean hasWildcard(String filter) {
    return filter.indexOf('+') >= 0 || filter.indexOf('#') >= 0;
  }

  private static @Nullable String wrongText(String what, String text) {
    if (text.isEmpty()) {
      return "the " + what + " is empty";
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      return "the " + what + " has " + bytes + " bytes, at most " + MAX_BYTES + " are taken";
    }
    if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
      return "the " + what + " holds a NUL or bytes that are not UTF-8";
    }
    return null;
  }

  private static @Nullable String wrongLevels(String filter, String levels) {
    String[] each = levels.split("/", -1);
    for (int i = 0; i < each.length; i++) {
      String level = each[i];
      boolean wildcard = level.indexOf('+') >= 0 || level.indexOf('#') >= 0;
      if (wildcard && level.length() > 1) {
        return "filter \"" + filter + "\" has a wildcard that does not fill its level";
      }
      if (level.equals("#") && i < each.length - 1) {
        return "filter \"" + filter + "\" has a # that is not at its end";
      }
    }
    return tooDeep("filter", levels);
  }

  private static @Nullable String tooDeep(String what, String levels) {
    long slashes = levels.chars().filter(c -> c == '/').count();
    return slashes <= MAX_SLASHES
        ? null
        : what + " \"" + levels + "\" has " + slashes + " slashes, at most 7 are taken";
  }
}
