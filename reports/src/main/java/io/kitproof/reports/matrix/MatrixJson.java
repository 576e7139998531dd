package io.kitproof.reports.matrix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The matrix for programs. */
public final class MatrixJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private MatrixJson(JsonGenerator json) {
    this.json = json;
  }

  /** One JSON document, with a line feed at its end. */
  public static String of(Matrix matrix) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      new MatrixJson(json).write(matrix);
    } catch (IOException e) {
      throw new UncheckedIOException("A string could not be written to.", e);
    }
    return out + "\n";
  }

  private void write(Matrix matrix) throws IOException {
    json.writeStartObject();
    text("bench", matrix.bench());
    text("started", matrix.started().toString());
    json.writeNumberField("ms", matrix.took().toMillis());
    texts("complaints", matrix.complaints());
    json.writeArrayFieldStart("trials");
    for (Row row : matrix.rows()) {
      row(row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void row(Row row) throws IOException {
    json.writeStartObject();
    text("kind", row.trial().kind().name());
    json.writeFieldName("kit");
    if (row.trial().kit().isPresent()) {
      json.writeString(Printable.wellFormed(row.trial().kit().get()));
    } else {
      json.writeNull();
    }
    text("code", row.trial().code());
    text("text", row.trial().text());
    texts("complaints", row.complaints());
    json.writeArrayFieldStart("scenarios");
    for (Cell cell : row.cells()) {
      cell(cell);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void cell(Cell cell) throws IOException {
    json.writeStartObject();
    text("place", cell.place());
    text("name", cell.scenario());
    text("verdict", cell.verdict().name());
    texts("named", cell.named());
    text("why", cell.why());
    json.writeEndObject();
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(Printable.wellFormed(value));
    }
    json.writeEndArray();
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, Printable.wellFormed(value));
  }
}
