package io.kitproof.cli.terminal;

import java.util.Locale;

/** What a command prints on standard output. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** One JSON document. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
