package io.kitproof.boards.virtual;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What uhubctl says of a hub that switches each of its ports: a request is a line with a number, by
 * which the program knows its answer, and the arguments; the answer is that number, the lines to
 * print, and {@code exit} with the program's result. Source: uhubctl 2.5.0.
 */
final class HubSpeech implements Speech {
  private static final int LONGEST = 4096;
  private static final Pattern REQUEST =
      Pattern.compile("([0-9]+) -l (\\S+) -p ([0-9]{1,3})(?: -a (on|off))?");

  private final StringBuilder heard = new StringBuilder();

  @Override
  public void hear(byte[] bytes, Panel panel) {
    heard.append(new String(bytes, UTF_8));
    for (int end = heard.indexOf("\n"); end >= 0; end = heard.indexOf("\n")) {
      String line = heard.substring(0, end);
      heard.delete(0, end + 1);
      obey(line, panel);
    }
    if (heard.length() > LONGEST) {
      heard.setLength(0);
    }
  }

  private static void obey(String line, Panel panel) {
    Matcher request = REQUEST.matcher(line);
    if (panel.hears()) {
      String number = line.split(" ", 2)[0];
      String answer = request.matches() ? answer(request, panel) : invalid();
      panel.reply((number + "\n" + answer).getBytes(UTF_8));
    }
  }

  private static String answer(Matcher request, Panel panel) {
    String location = request.group(2);
    if (!location.equals(VirtualHub.LOCATION)) {
      return "No compatible devices detected at location %s!\n".formatted(location)
          + "Run with -h to get usage info.\nexit 1\n";
    }
    int port = Integer.parseInt(request.group(3));
    String order = request.group(4);
    String before = status("Current", port, panel);
    if (order == null) {
      return before + "exit 0\n";
    }
    if (port >= 1 && port <= panel.channels()) {
      panel.move(port - 1, order.equals("off"));
    }
    return before
        + "Sent power %s request\n".formatted(order)
        + status("New", port, panel)
        + "exit 0\n";
  }

  private static String status(String which, int port, Panel panel) {
    String hub =
        "%s status for hub %s [05e3:0608 USB2.0 Hub, USB 2.00, %d ports, ppps]\n"
            .formatted(which, VirtualHub.LOCATION, panel.channels());
    if (port < 1 || port > panel.channels()) {
      return hub;
    }
    // A contact in the supply is closed while the port is off.
    return hub
        + "  Port %d: %s\n".formatted(port, panel.readBack(port - 1) ? "0000 off" : "0100 power");
  }

  private static String invalid() {
    return "Invalid command line syntax!\nRun with -h to get usage info.\nexit 1\n";
  }

  @Override
  public void forget() {
    heard.setLength(0);
  }
}
