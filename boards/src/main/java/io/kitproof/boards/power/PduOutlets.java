package io.kitproof.boards.power;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Outlets of a unit behind PDUDaemon: {@code GET /power/control/off?hostname=apc&port=3}, 200 when
 * it has taken the command, 500 or 503 when it can't, with "Invalid request". Source: PDUDaemon's
 * README and its HTTP listener.
 */
final class PduOutlets implements Outlets {
  private static final Pattern REFUSAL = Pattern.compile("(Invalid request)");

  private final HttpTalk talk;
  private final String hostname;

  PduOutlets(HttpTalk talk, String hostname) {
    this.talk = talk;
    this.hostname = URLEncoder.encode(hostname, StandardCharsets.UTF_8);
  }

  @Override
  public URI place() {
    return talk.url();
  }

  @Override
  public void feed(int channel, boolean on) {
    String target =
        "/power/control/%s?hostname=%s&port=%d".formatted(on ? "on" : "off", hostname, channel + 1);
    String unused = talk.get(target, "");
  }

  /** Whoever names no unit is refused, and nothing moves. */
  @Override
  public void greet() {
    String target = "/power/control/on";
    String unused =
        talk.found("GET " + target, REFUSAL, "\"Invalid request\"", talk.refusal(target));
  }

  @Override
  public Optional<Boolean> feeds(int channel) {
    return Optional.empty();
  }
}
