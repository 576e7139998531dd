package io.kitproof.boards.virtual;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Shelly of generation 1: {@code /relay/0?turn=off&timer=2}. */
record ShellyRelaySpeech(String password) implements OutletSpeech {
  private static final Pattern PATH = Pattern.compile("/relay/(\\d{1,2})");

  @Override
  public Answer answer(Request request, Panel panel) {
    if (!password.isEmpty() && !request.authorization().equals(expected())) {
      return new Answer(401, "401 Unauthorized");
    }
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || Integer.parseInt(path.group(1)) >= panel.channels()) {
      return new Answer(404, "Not Found");
    }
    int channel = Integer.parseInt(path.group(1));
    Map<String, String> parameters = request.parameters();
    String turn = parameters.getOrDefault("turn", "");
    String timer = parameters.getOrDefault("timer", "");
    if (!turn.isEmpty() && !timer.isEmpty()) {
      panel.flash(channel, turn.equals("off"), Duration.ofSeconds(Integer.parseInt(timer)));
    } else if (!turn.isEmpty()) {
      panel.move(channel, turn.equals("off"));
    }
    return Answer.of(
        "{\"ison\":%b,\"has_timer\":%b,\"source\":\"http\"}",
        OutletSpeech.on(panel, channel), !timer.isEmpty());
  }

  private String expected() {
    byte[] login = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }
}
