package io.kitproof.reports.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The record of scenarios as one JSON document, or as text, which is a rendering of it. */
public final class Rendered {
  private final ObjectNode document;

  Rendered(ObjectNode document) {
    this.document = document;
  }

  /** The document, with a line feed at its end. */
  public String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For people. */
  public String text() {
    return HistoryText.of(document);
  }
}
