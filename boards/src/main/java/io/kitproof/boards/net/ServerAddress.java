package io.kitproof.boards.net;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something listens: {@code tcp://host:4001} or {@code rfc2217://host:4001}. Spellings of one
 * host are one address.
 *
 * @param host a name or an IPv4 address; an IPv6 address in brackets; in small letters, and without
 *     the dot that may end a name
 * @param port 1 to 65535
 */
public record ServerAddress(Scheme scheme, String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(tcp|rfc2217)://([A-Za-z0-9_.-]{0,252}[A-Za-z0-9_-]\\.?|\\[[0-9A-Fa-f:.]{2,45}\\])"
              + ":([1-9][0-9]{0,4})");
  private static final int MOST = 65_535;

  /** How the bytes are carried. */
  public enum Scheme {
    /** As they are. */
    TCP,
    /** In a telnet session that also sets the rate of the serial port behind it. */
    RFC2217
  }

  /** Reads such an address; empty when it is none. */
  public static Optional<ServerAddress> parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches() || Integer.parseInt(match.group(3)) > MOST) {
      return Optional.empty();
    }
    Scheme scheme = Scheme.valueOf(match.group(1).toUpperCase(Locale.ROOT));
    String host = match.group(2).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return Optional.of(new ServerAddress(scheme, host, Integer.parseInt(match.group(3))));
  }

  /** Host and port, which are the same whatever is spoken there. */
  public String place() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return scheme.name().toLowerCase(Locale.ROOT) + "://" + place();
  }
}
