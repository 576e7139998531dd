package io.kitproof.boards.power;

import io.kitproof.boards.RigException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ports of a USB hub: {@code uhubctl -l 1-1.4 -p 2 -a off}. It ends well even when the hub did not
 * obey, so each port is read back; a hub for USB 2 and 3 has two halves, and a port feeds while one
 * of them does. Source: uhubctl 2.5.0.
 */
final class HubPorts implements Outlets {
  private static final String NO_HUB = "No compatible";
  private static final String NO_PERMISSION = "permission problem";

  private final String part;
  private final String program;
  private final String hub;

  HubPorts(String part, String program, String hub) {
    this.part = part;
    this.program = program;
    this.hub = hub;
  }

  @Override
  public String place() {
    return "hub " + hub;
  }

  @Override
  public void feed(int channel, boolean on) {
    String unused = run(List.of("-l", hub, "-p", port(channel), "-a", on ? "on" : "off"));
  }

  @Override
  public Optional<Boolean> feeds(int channel) {
    List<String> arguments = List.of("-l", hub, "-p", port(channel));
    String output = run(arguments);
    Pattern line = Pattern.compile("  Port " + port(channel) + ": [0-9a-f]{4}( .*|)");
    List<String> lines = output.lines().filter(line.asMatchPredicate()).toList();
    if (lines.isEmpty()) {
      throw RigException.garbled(
          part,
          place(),
          said(arguments),
          "the state of port " + port(channel),
          Program.shown(output));
    }
    return Optional.of(lines.stream().anyMatch(l -> l.contains(" power")));
  }

  private static String port(int channel) {
    return Integer.toString(channel + 1);
  }

  private String said(List<String> arguments) {
    return program + " " + String.join(" ", arguments);
  }

  private String run(List<String> arguments) {
    Program.Outcome outcome = new Program(part, place(), program).run(arguments);
    if (outcome.exit() == 0) {
      return outcome.output();
    }
    throw RigException.declined(
        part, place(), said(arguments), reason(outcome), next(outcome.output()));
  }

  private static String reason(Program.Outcome outcome) {
    return "it ended with %d, saying %s".formatted(outcome.exit(), Program.shown(outcome.output()));
  }

  private String next(String output) {
    if (output.contains(NO_PERMISSION)) {
      return "give your user the hub by a udev rule, as uhubctl's README has it";
    }
    return output.contains(NO_HUB)
        ? "plug the hub in, or correct \"hub\" of %s; uhubctl without arguments lists those that can switch"
            .formatted(part)
        : "run it by hand";
  }
}
