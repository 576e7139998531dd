package io.kitproof.boards.virtual;

import java.util.Map;

/** PDUDaemon's {@code /power/control/off?hostname=apc&port=3}. */
record PduSpeech(String hostname) implements OutletSpeech {
  @Override
  public Answer answer(Request request, Panel panel) {
    Map<String, String> parameters = request.parameters();
    String port = parameters.getOrDefault("port", "");
    boolean known =
        hostname.equals(parameters.get("hostname"))
            && port.matches("[1-9]\\d?")
            && Integer.parseInt(port) <= panel.channels();
    return switch (request.path()) {
      case "/power/control/on" -> control(known, port, false, panel);
      case "/power/control/off" -> control(known, port, true, panel);
      default -> new Answer(503, "Invalid request");
    };
  }

  private static Answer control(boolean known, String port, boolean off, Panel panel) {
    if (!known) {
      return new Answer(503, "Invalid request");
    }
    panel.move(Integer.parseInt(port) - 1, off);
    return Answer.of("OK - accepted request");
  }
}
