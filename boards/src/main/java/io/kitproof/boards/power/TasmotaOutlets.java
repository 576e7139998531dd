package io.kitproof.boards.power;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Relays of a device with Tasmota: {@code GET /cm?cmnd=Power1%20On} answers {@code
 * {"POWER1":"ON"}}, with the key {@code POWER} where there is only one. Source: Tasmota's
 * documentation of commands.
 */
final class TasmotaOutlets implements Outlets {
  private static final Pattern WARNING = Pattern.compile("\"WARNING\"");

  private final HttpTalk talk;
  private final String secret;

  TasmotaOutlets(HttpTalk talk, Optional<Login> login) {
    this.talk = talk;
    this.secret =
        login
            .map(who -> "user=" + encoded(who.user()) + "&password=" + encoded(who.password()))
            .orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public URI place() {
    return talk.url();
  }

  @Override
  public void feed(int channel, boolean on) {
    boolean ignored = state(channel, on ? "%20On" : "%20Off");
  }

  @Override
  public Optional<Boolean> feeds(int channel) {
    return Optional.of(state(channel, ""));
  }

  private boolean state(int channel, String order) {
    int number = channel + 1;
    String target = "/cm?cmnd=Power" + number + order;
    String body = talk.get(target, secret);
    if (WARNING.matcher(body).find()) {
      throw talk.wantsLogin("GET " + target);
    }
    String key = number == 1 ? "POWER1?" : "POWER" + number;
    Pattern state = Pattern.compile("\"" + key + "\"\\s*:\\s*\"(ON|OFF)\"");
    String expected = "{\"POWER%d\":\"ON\"} or OFF".formatted(number);
    return talk.found("GET " + target, state, expected, body).equals("ON");
  }
}
