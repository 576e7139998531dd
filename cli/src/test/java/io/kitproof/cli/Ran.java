package io.kitproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.cli.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command did: its exit code and what it wrote. */
public record Ran(int code, String out, String err) {
  /** Runs a command in this JVM, with nothing being a terminal. */
  public static Ran command(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Kitproof.execute(
            Screen.of(utf8(out), utf8(err), false, false), Interruption.never(), words);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream utf8(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** The one document on standard output. */
  public JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }
}
