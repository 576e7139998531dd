package io.kitproof.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to {@link #out()}, progress to standard error. On a terminal the
 * progress is one line that changes; otherwise each step is a line of its own.
 */
public final class Screen {
  private static final int WIDTH = 79;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean live;
  private final boolean colour;
  private boolean dirty;

  private Screen(PrintStream out, PrintStream err, boolean live, boolean colour) {
    this.out = out;
    this.err = err;
    this.live = live;
    this.colour = colour;
  }

  /**
   * The streams of this process.
   *
   * @param terminals which of {@code out} and {@code err} are terminals, as the launcher found
   */
  public static Screen of(String terminals, Map<String, String> environment) {
    boolean wanted =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return new Screen(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        terminals.contains("err") && !"dumb".equals(environment.get("TERM")),
        terminals.contains("out") && wanted);
  }

  /** A screen for tests. */
  public static Screen of(PrintStream out, PrintStream err, boolean live, boolean colour) {
    return new Screen(out, err, live, colour);
  }

  /** Where results go. */
  public PrintStream out() {
    return out;
  }

  /** Where results go, for picocli. */
  public PrintWriter writer() {
    return new PrintWriter(out, true);
  }

  /** Where complaints go, for picocli. */
  public PrintWriter errorWriter() {
    return new PrintWriter(err, true);
  }

  /** Shows where our own failure is. */
  public void trace(Throwable bug) {
    bug.printStackTrace(err);
  }

  /** Whether progress is shown on one line that changes. */
  public boolean live() {
    return live;
  }

  /** Whether results may be coloured. */
  public boolean colour() {
    return colour;
  }

  /** The text in green when results may be coloured. */
  public String green(String text) {
    return colour ? "\u001b[32m" + text + "\u001b[0m" : text;
  }

  /** The text in red when results may be coloured. */
  public String red(String text) {
    return colour ? "\u001b[31m" + text + "\u001b[0m" : text;
  }

  /** The text in yellow when results may be coloured. */
  public String yellow(String text) {
    return colour ? "\u001b[33m" + text + "\u001b[0m" : text;
  }

  /** Prints one JSON document and a line end. */
  public void json(Map<String, Object> document) {
    try {
      out.println(new ObjectMapper().writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Says what happens now; on a terminal it stands until the next thing is said. */
  public synchronized void now(String what) {
    if (live) {
      String line = what.length() > WIDTH ? what.substring(0, WIDTH - 1) + "…" : what;
      err.print(CLEAR + line);
      err.flush();
      dirty = true;
    }
  }

  /** Says what is done: stays on the screen, and in a log. */
  public synchronized void done(String what) {
    quiet();
    err.println(what);
  }

  /** Takes the changing line away. */
  public synchronized void quiet() {
    if (dirty) {
      err.print(CLEAR);
      err.flush();
      dirty = false;
    }
  }
}
