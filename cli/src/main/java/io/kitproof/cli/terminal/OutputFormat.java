package io.kitproof.cli.terminal;

import picocli.CommandLine.Option;

/** What a command prints on standard output, as its user chooses. */
public final class OutputFormat {
  private enum Form {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "What to print. Default: text.")
  private Form form = Form.TEXT;

  /** Whether it is one JSON document, and not text for people. */
  public boolean isJson() {
    return form == Form.JSON;
  }
}
