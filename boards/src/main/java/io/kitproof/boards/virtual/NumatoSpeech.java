package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.NumatoChannels;
import io.kitproof.boards.wire.NumatoNotices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Numato relay, GPIO and ADC boards: text; every byte is echoed, every CR answered, every answer
 * ends in a prompt.
 */
final class NumatoSpeech implements Speech {
  private static final String EOL = "\n\r";
  private static final int LONGEST = 64;
  private static final int BRIGHT = 800;
  private static final int DARK = 60;
  private static final int NOISE = 8;
  private static final int FEWEST_NOTIFYING = 16;

  private final Random noise;
  private final StringBuilder line = new StringBuilder();
  private String id = "00000000";
  private boolean notifies;
  private long told;

  NumatoSpeech(long seed) {
    noise = new Random(seed);
  }

  @Override
  public void hear(byte[] bytes, Panel panel) {
    StringBuilder out = new StringBuilder();
    boolean heard = true;
    for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c != '\r') {
        out.append(c);
        line.append(c);
        line.delete(0, Math.max(0, line.length() - LONGEST));
        continue;
      }
      String command = line.toString().strip();
      line.setLength(0);
      heard = panel.hears();
      if (heard) {
        String answer = answer(command, panel);
        out.append(EOL).append(answer).append(answer.isEmpty() ? "" : EOL).append('>');
      } else {
        out.setLength(0);
      }
    }
    if (heard && !out.isEmpty()) {
      panel.reply(out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** Commands it does not know it answers with the bare prompt. */
  private String answer(String command, Panel panel) {
    List<String> words = List.of(command.split(" +"));
    String argument = words.size() > 2 ? words.get(2) : "";
    String verb = String.join(" ", words.subList(0, Math.min(2, words.size())));
    int channels = words.get(0).equals("relay") ? panel.channels() : panel.inputs();
    OptionalInt channel = NumatoChannels.channel(argument, channels);
    return switch (verb) {
      case "ver" -> "00000008";
      case "id get" -> id;
      case "gpio notify" -> switchNotices(argument, panel);
      case "id set" -> rename(argument);
      case "relay readall" -> mask(panel, true);
      case "gpio readall" -> mask(panel, false);
      case "relay writeall" -> writeAll(argument, panel);
      case "reset" -> writeAll("0", panel);
      default -> channel.isPresent() ? answer(verb, channel.getAsInt(), panel) : "";
    };
  }

  private String answer(String verb, int channel, Panel panel) {
    switch (verb) {
      case "relay on", "relay off" -> panel.move(channel, verb.equals("relay on"));
      case "relay read" -> {
        return !panel.tellsPositions() ? "" : panel.readBack(channel) ? "on" : "off";
      }
      case "gpio read" -> {
        return !panel.sees() ? "" : panel.input(channel) ? "1" : "0";
      }
      case "adc read" -> {
        if (!panel.sees()) {
          return "";
        }
        int level = panel.input(channel) ? BRIGHT : DARK;
        return Integer.toString(level + noise.nextInt(2 * NOISE + 1) - NOISE);
      }
      default -> {} // gpio set, clear: outputs are wired to nothing here
    }
    return "";
  }

  /** Modules of eight channels know nothing of it. */
  private synchronized String switchNotices(String argument, Panel panel) {
    if (panel.inputs() < FEWEST_NOTIFYING) {
      return "";
    }
    if (!argument.equals("get")) {
      notifies = argument.equals("on");
      told = inputs(panel);
    }
    return notifies ? "gpio notify enabled" : "gpio notify disabled";
  }

  /** Later, for whoever drives a wire holds it, and may be waited for by a contact of ours. */
  @Override
  public void inputChanged(int input, Panel panel) {
    panel.after(Duration.ZERO, () -> tell(panel));
  }

  private synchronized void tell(Panel panel) {
    long now = inputs(panel);
    if (notifies && now != told && panel.speaks() && panel.sees()) {
      String notice = NumatoNotices.text(now, told, panel.inputs()) + EOL;
      panel.reply(notice.getBytes(StandardCharsets.ISO_8859_1));
    }
    told = now;
  }

  private static long inputs(Panel panel) {
    long mask = 0;
    for (int i = 0; i < Math.min(Long.SIZE, panel.inputs()); i++) {
      mask |= panel.input(i) ? 1L << i : 0;
    }
    return mask;
  }

  @Override
  public synchronized void forget() {
    notifies = false;
  }

  private String rename(String name) {
    if (name.length() == id.length()) {
      id = name;
    }
    return "";
  }

  private static String writeAll(String hex, Panel panel) {
    if (hex.matches("[0-9a-fA-F]{1,15}")) {
      long mask = Long.parseLong(hex, 16);
      for (int i = 0; i < panel.channels(); i++) {
        panel.move(i, (mask >> i & 1) == 1);
      }
    }
    return "";
  }

  private static String mask(Panel panel, boolean relays) {
    if (relays ? !panel.tellsPositions() : !panel.sees()) {
      return "";
    }
    long mask = 0;
    int channels = relays ? panel.channels() : panel.inputs();
    for (int i = 0; i < channels; i++) {
      if (relays ? panel.readBack(i) : panel.input(i)) {
        mask |= 1L << i;
      }
    }
    int digits = Math.max(2, (channels + 3) / 4);
    return String.format(Locale.ROOT, "%0" + digits + "x", mask);
  }
}
