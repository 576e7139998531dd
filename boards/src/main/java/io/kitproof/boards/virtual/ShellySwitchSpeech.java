package io.kitproof.boards.virtual;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Shelly of generation 2: JSON-RPC at {@code /rpc}. */
record ShellySwitchSpeech() implements OutletSpeech {
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([A-Za-z.]+)\"");
  private static final Pattern CHANNEL = Pattern.compile("\"params\":\\{\"id\":(\\d{1,2})");
  private static final Pattern ON = Pattern.compile("\"on\":(true|false)");
  private static final Pattern TOGGLE = Pattern.compile("\"toggle_after\":(\\d{1,5})");

  @Override
  public Answer answer(Request request, Panel panel) {
    if (!request.path().equals("/rpc") || !request.method().equals("POST")) {
      return new Answer(404, "Not Found");
    }
    String method = first(METHOD, request.body());
    String digits = first(CHANNEL, request.body());
    int channel = digits.isEmpty() ? panel.channels() : Integer.parseInt(digits);
    if (channel >= panel.channels()) {
      return new Answer(500, "{\"code\":-105,\"message\":\"Argument 'id', value not found!\"}");
    }
    return switch (method) {
      case "Switch.Set" -> set(request.body(), channel, panel);
      case "Switch.GetStatus" ->
          Answer.of(
              "{\"id\":1,\"src\":\"shelly\",\"result\":{\"id\":%d,\"output\":%b}}",
              channel, OutletSpeech.on(panel, channel));
      default -> new Answer(500, "{\"code\":404,\"message\":\"No handler for method\"}");
    };
  }

  private static Answer set(String body, int channel, Panel panel) {
    boolean before = OutletSpeech.on(panel, channel);
    boolean off = first(ON, body).equals("false");
    String toggle = first(TOGGLE, body);
    if (toggle.isEmpty()) {
      panel.move(channel, off);
    } else {
      panel.flash(channel, off, Duration.ofSeconds(Integer.parseInt(toggle)));
    }
    return Answer.of("{\"id\":1,\"src\":\"shelly\",\"result\":{\"was_on\":%b}}", before);
  }

  private static String first(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    return match.find() ? match.group(1) : "";
  }
}
