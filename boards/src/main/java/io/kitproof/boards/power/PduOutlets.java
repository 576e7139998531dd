package io.kitproof.boards.power;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Outlets of a unit behind PDUDaemon: {@code GET /power/control/off?hostname=apc&port=3}, 200 when
 * it has taken the command, 503 when it can't. Source: PDUDaemon's README.
 */
final class PduOutlets implements Outlets {
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

  @Override
  public Optional<Boolean> feeds(int channel) {
    return Optional.empty();
  }
}
