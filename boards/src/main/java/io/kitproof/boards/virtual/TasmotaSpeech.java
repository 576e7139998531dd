package io.kitproof.boards.virtual;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasmota's {@code /cm?cmnd=Power1 On}. */
record TasmotaSpeech(String password) implements OutletSpeech {
  private static final Pattern COMMAND =
      Pattern.compile("Power(\\d{0,2})(?: (On|Off))?", Pattern.CASE_INSENSITIVE);

  @Override
  public Answer answer(Request request, Panel panel) {
    Map<String, String> parameters = request.parameters();
    if (!request.path().equals("/cm")) {
      return new Answer(404, "File Not Found");
    }
    if (!password.isEmpty()
        && (!"admin".equals(parameters.get("user"))
            || !password.equals(parameters.get("password")))) {
      return new Answer(401, "{\"WARNING\":\"Need user=<username>&password=<password>\"}");
    }
    Matcher command = COMMAND.matcher(parameters.getOrDefault("cmnd", ""));
    if (!command.matches()) {
      return Answer.of("{\"Command\":\"Unknown\"}");
    }
    String digits = command.group(1);
    int number = digits.isEmpty() ? 1 : Integer.parseInt(digits);
    if (number < 1 || number > panel.channels()) {
      return Answer.of("{\"Command\":\"Unknown\"}");
    }
    String order = command.group(2);
    if (order != null) {
      panel.move(number - 1, order.equalsIgnoreCase("Off"));
    }
    String key = panel.channels() == 1 ? "POWER" : "POWER" + number;
    String state = OutletSpeech.on(panel, number - 1) ? "ON" : "OFF";
    return Answer.of("{\"%s\":\"%s\"}", key, state);
  }
}
