package io.kitproof.reports.grading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kitproof.reports.grading.Grade.Standing;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The grade sheet for programs, as {@code kitproof grade --format json} prints it. */
public final class GradeJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private GradeJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document, with a line feed at its end. */
  public static String of(GradeSheet sheet) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      new GradeJson(json).write(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException("A string could not be written to.", e);
    }
    return out + "\n";
  }

  private void write(GradeSheet sheet) throws IOException {
    json.writeStartObject();
    text("rubric", sheet.rubric().title());
    json.writeNumberField("seed", sheet.seed());
    json.writeObjectFieldStart("standings");
    for (Standing standing : Standing.values()) {
      json.writeNumberField(standing.words(), sheet.count(standing));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("submissions");
    for (Grade grade : sheet.grades()) {
      grade(grade);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void grade(Grade grade) throws IOException {
    json.writeStartObject();
    text("submission", grade.name());
    text("student", grade.student());
    text("standing", grade.standing().words());
    json.writeNumberField("points", grade.points());
    json.writeNumberField("of", grade.of());
    texts("reasons", grade.reasons());
    json.writeArrayFieldStart("causes");
    for (NamedCause cause : grade.causes()) {
      json.writeStartObject();
      texts("codes", cause.alike());
      text("words", cause.words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("items");
    for (Mark mark : grade.marks()) {
      mark(mark);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (Note note : grade.notes()) {
      json.writeStartObject();
      text("where", note.where());
      text("code", note.code());
      text("text", note.text());
      text("advice", note.advice());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void mark(Mark mark) throws IOException {
    json.writeStartObject();
    text("id", mark.id());
    text("exercise", mark.exercise());
    text("outcome", mark.outcome().words());
    json.writeNumberField("points", mark.points());
    json.writeNumberField("of", mark.of());
    text("seen", mark.seen());
    texts("failed", mark.failed());
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
