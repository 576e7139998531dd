package io.kitproof.boards.power;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Relays of a Shelly of the first generation: {@code GET /relay/0?turn=off&timer=2} cuts and gives
 * power again after 2 s; every answer has {@code "ison"}. Source: Shelly's API of generation 1.
 */
final class ShellyRelays implements Outlets {
  private static final Pattern STATE = Pattern.compile("\"ison\"\\s*:\\s*(true|false)");
  private static final String EXPECTED = "\"ison\":true or false";

  private final HttpTalk talk;
  private final Optional<Login> login;

  ShellyRelays(HttpTalk talk, Optional<Login> login) {
    this.talk = talk;
    this.login = login;
  }

  @Override
  public URI place() {
    return talk.url();
  }

  @Override
  public void feed(int channel, boolean on) {
    boolean ignored = state(channel, on ? "?turn=on" : "?turn=off");
  }

  @Override
  public Optional<Boolean> feeds(int channel) {
    return Optional.of(state(channel, ""));
  }

  @Override
  public boolean times(Duration off) {
    return WholeSeconds.are(off);
  }

  @Override
  public void cut(int channel, Duration off) {
    boolean ignored = state(channel, "?turn=off&timer=" + off.toSeconds());
  }

  private boolean state(int channel, String order) {
    String target = "/relay/" + channel + order;
    String body = talk.get(target, login);
    return Boolean.parseBoolean(talk.found("GET " + target, STATE, EXPECTED, body));
  }
}
