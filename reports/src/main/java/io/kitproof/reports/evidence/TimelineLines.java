package io.kitproof.reports.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.reports.Recording;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The timeline as JSON Lines, the record of a scenario for programs: one object a line, in the
 * order of arrival, the first one saying when the epoch was and of what version the record is.
 * Times are nanoseconds since the epoch.
 */
public final class TimelineLines {
  /** Of the record: changes when a program that reads it has to. */
  static final int VERSION = 2;

  private static final JsonFactory JSON = new JsonFactory();

  private TimelineLines() {}

  /** The lines, each with its line feed. */
  public static String of(Recording recording) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      json.writeStartObject();
      json.writeStringField("type", "Epoch");
      json.writeNumberField("version", VERSION);
      json.writeStringField("instant", recording.epoch().toString());
      json.writeStringField("scenario", Printable.wellFormed(recording.scenario()));
      json.writeEndObject();
      for (Observation o : recording.observations()) {
        new ObservationJson(json, recording.epochNanos()).write(o);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A string could not be written to.", e);
    }
    return out + "\n";
  }
}
