package io.kitproof.boards.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a Numato board sends back for one command: the echo, the answer if there is one, the prompt.
 * {@code relay read 0 LF CR on LF CR >}. The order of LF and CR differs between firmwares, so both
 * are ignored; only the prompt ends a reply.
 *
 * @param text the answer; empty for commands that have none
 */
public record NumatoReply(String text) {
  /** Ends every reply. */
  public static final byte PROMPT = '>';

  /** The bytes that send a command: CR only, an LF would be read as a part of the next one. */
  public static byte[] command(String command) {
    return (command + "\r").getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads what came back up to and with the prompt.
   *
   * @return empty when it is not the reply to that command
   */
  public static Optional<NumatoReply> parse(String command, byte[] received) {
    String all = new String(received, StandardCharsets.ISO_8859_1);
    String text = all.replace("\n", "").replace("\r", "");
    if (!text.endsWith(">") || !text.startsWith(command)) {
      return Optional.empty();
    }
    return Optional.of(
        new NumatoReply(text.substring(command.length(), text.length() - 1).strip()));
  }

  /** The bytes a board sends for a command: echo, answer, prompt. */
  public byte[] bytes(String command) {
    String answer = text.isEmpty() ? "" : text + "\n\r";
    return (command + "\n\r" + answer + ">").getBytes(StandardCharsets.ISO_8859_1);
  }
}
