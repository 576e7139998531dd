package io.kitproof.reports.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kitproof.reports.Cause;
import io.kitproof.reports.Measurement;
import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Spread;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** The run as one JSON document, as {@code kitproof run --format json} prints it. */
public final class RunJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private RunJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The document, with a line feed at its end.
   *
   * @param report where the page is, as the reader will find it
   */
  public static String of(RunRecord run, String report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      new RunJson(json).write(run, report);
    } catch (IOException e) {
      throw new UncheckedIOException("A string could not be written to.", e);
    }
    return out + "\n";
  }

  private void write(RunRecord run, String report) throws IOException {
    json.writeStartObject();
    text("bench", run.bench());
    text("cloud", run.cloud());
    json.writeObjectFieldStart("verdicts");
    json.writeNumberField("passed", run.count(Verdict.PASSED));
    json.writeNumberField("failed", run.count(Verdict.FAILED));
    json.writeNumberField("rig", run.count(Verdict.RIG));
    json.writeNumberField("flaky", run.count(Verdict.FLAKY));
    json.writeNumberField("notRun", run.count(Verdict.NOT_RUN));
    json.writeEndObject();
    json.writeArrayFieldStart("scenarios");
    for (ScenarioRecord scenario : run.scenarios()) {
      scenario(scenario);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("quarantined");
    for (Quarantined one : run.quarantined()) {
      quarantined(one);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("measurements");
    for (Spread spread : Spread.of(run)) {
      spread(spread);
    }
    json.writeEndArray();
    text("report", report);
    json.writeEndObject();
  }

  private void quarantined(Quarantined one) throws IOException {
    json.writeStartObject();
    text("owner", one.owner());
    text("until", one.until().toString());
    text("why", one.why());
    json.writeFieldName("scenario");
    scenario(one.scenario());
    json.writeEndObject();
  }

  private void scenario(ScenarioRecord s) throws IOException {
    json.writeStartObject();
    text("feature", s.feature());
    text("name", s.name());
    json.writeNumberField("line", s.line());
    text("verdict", s.verdict().name());
    json.writeNumberField("ms", s.took().toMillis());
    json.writeFieldName("cause");
    cause(s.cause());
    if (s.first().isPresent()) {
      json.writeFieldName("firstAttempt");
      attempt(s.first().get());
    }
    json.writeArrayFieldStart("warnings");
    for (String warning : s.seen().warnings()) {
      json.writeString(Printable.wellFormed(warning));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("measurements");
    for (Measurement m : s.seen().measurements()) {
      measurement(m);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void attempt(ScenarioRecord s) throws IOException {
    json.writeStartObject();
    text("verdict", s.verdict().name());
    json.writeNumberField("ms", s.took().toMillis());
    json.writeFieldName("cause");
    cause(s.cause());
    json.writeEndObject();
  }

  private void cause(Optional<Cause> cause) throws IOException {
    if (cause.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    text("code", cause.get().code());
    text("text", cause.get().text());
    if (cause.get().part().isPresent()) {
      text("part", cause.get().part().get());
    }
    json.writeEndObject();
  }

  private void measurement(Measurement m) throws IOException {
    json.writeStartObject();
    text("name", m.name());
    json.writeNumberField("value", millis(m.value()));
    held(m.limit(), m.marginal());
  }

  /** All of one name in the run; marginal as soon as one of them is. */
  private void spread(Spread s) throws IOException {
    json.writeStartObject();
    text("name", s.name());
    json.writeNumberField("count", s.count());
    json.writeNumberField("min", millis(s.min()));
    json.writeNumberField("median", millis(s.median()));
    json.writeNumberField("p95", millis(s.p95()));
    json.writeNumberField("max", millis(s.max()));
    held(s.limit(), s.marginal() > 0);
  }

  private void held(Optional<Duration> limit, boolean marginal) throws IOException {
    text("unit", "ms");
    json.writeFieldName("limit");
    if (limit.isPresent()) {
      json.writeNumber(millis(limit.get()));
    } else {
      json.writeNull();
    }
    json.writeBooleanField("marginal", marginal);
    json.writeEndObject();
  }

  private static BigDecimal millis(Duration d) {
    return new BigDecimal(d.toNanos()).movePointLeft(6).setScale(3, RoundingMode.HALF_UP);
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, Printable.wellFormed(value));
  }
}
