package io.kitproof.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.fixtures.doctor.Checked;
import io.kitproof.fixtures.doctor.Checked.State;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.reports.text.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an examination found, as one JSON document; the text is a rendering of it. */
final class DoctorReport {
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  DoctorReport(String bench, List<Checked> checks, Optional<Wedge> mark) {
    boolean well = checks.stream().noneMatch(c -> c.state() == State.WRONG);
    document.put("bench", bench).put("well", well);
    ArrayNode findings = document.putArray("findings");
    checks.stream()
        .filter(c -> c.state() != State.OK)
        .sorted((a, b) -> b.state().compareTo(a.state()))
        .forEach(c -> findings.add(json(c).put("text", c.text())));
    ArrayNode all = document.putArray("checks");
    checks.forEach(c -> all.add(json(c)));
    document.set("wedged", mark.map(m -> json(m, well)).orElse(null));
  }

  private static ObjectNode json(Checked checked) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("check", checked.check())
        .put("part", checked.part())
        .put("state", checked.state().name().toLowerCase(Locale.ROOT))
        .put("what", checked.what())
        .put("why", checked.why())
        .put("next", checked.next());
  }

  private static JsonNode json(Wedge mark, boolean well) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("since", mark.since().toString())
        .put("text", mark.text())
        .put("cleared", well);
  }

  boolean well() {
    return document.path("well").asBoolean();
  }

  String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    StringBuilder out = new StringBuilder();
    int warnings = 0;
    for (JsonNode finding : document.path("findings")) {
      boolean warning = finding.path("state").asText().equals("warning");
      warnings += warning ? 1 : 0;
      out.append(warning ? "warning: " : "");
      out.append(Printable.lines(finding.path("text").asText())).append("\n\n");
    }
    out.append("Bench ").append(Printable.line(document.path("bench").asText()));
    out.append(well() ? " is well" : " is not fit to judge a kit");
    if (warnings > 0) {
      out.append(warnings == 1 ? " (1 warning)" : " (" + warnings + " warnings)");
    }
    JsonNode mark = document.path("wedged");
    if (mark.isObject()) {
      out.append(well() ? "; its mark of " : "; it stays marked as wedged since ");
      out.append(mark.path("since").asText()).append(well() ? " is cleared" : "");
    }
    return out.append(".\n").toString();
  }
}
