package io.kitproof.boards.power;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Switches of a Shelly of the second generation and later: JSON-RPC by {@code POST /rpc}. {@code
 * Switch.Set} answers {@code "was_on"}, {@code Switch.GetStatus} {@code "output"}; {@code
 * toggle_after} has it give power again by itself. Source: Shelly's API of generation 2.
 */
final class ShellySwitches implements Outlets {
  private static final Pattern WAS_ON = Pattern.compile("\"was_on\"\\s*:\\s*(true|false)");
  private static final Pattern OUTPUT = Pattern.compile("\"output\"\\s*:\\s*(true|false)");

  private final HttpTalk talk;

  ShellySwitches(HttpTalk talk) {
    this.talk = talk;
  }

  @Override
  public URI place() {
    return talk.url();
  }

  @Override
  public void feed(int channel, boolean on) {
    set("\"id\":%d,\"on\":%b".formatted(channel, on));
  }

  @Override
  public boolean times(Duration off) {
    return WholeSeconds.are(off);
  }

  @Override
  public void cut(int channel, Duration off) {
    set("\"id\":%d,\"on\":false,\"toggle_after\":%d".formatted(channel, off.toSeconds()));
  }

  private void set(String parameters) {
    String unused = ask("Switch.Set", parameters, WAS_ON, "\"was_on\":true or false");
  }

  @Override
  public Optional<Boolean> feeds(int channel) {
    String output =
        ask("Switch.GetStatus", "\"id\":" + channel, OUTPUT, "\"output\":true or false");
    return Optional.of(Boolean.parseBoolean(output));
  }

  private String ask(String method, String parameters, Pattern pattern, String expected) {
    String json = "{\"id\":1,\"method\":\"%s\",\"params\":{%s}}".formatted(method, parameters);
    return talk.found("POST /rpc " + json, pattern, expected, talk.post("/rpc", json));
  }
}
