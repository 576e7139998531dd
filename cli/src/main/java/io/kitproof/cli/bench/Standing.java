package io.kitproof.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.fixtures.lock.BenchStatus;
import io.kitproof.fixtures.lock.Hold;
import io.kitproof.fixtures.lock.Holder;
import io.kitproof.reports.text.Printable;
import java.util.Optional;

/** All that keeps runs from a bench. */
record Standing(BenchStatus status, Optional<Wedge> wedge) {
  boolean free() {
    return status.free() && wedge.isEmpty();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("bench", status.bench()).put("free", free());
    json.set("run", orNull(status.record().filter(r -> status.running()).map(Holder::json)));
    json.set("left", orNull(status.record().filter(r -> status.stale()).map(Holder::json)));
    json.set("hold", orNull(status.hold().map(Standing::json)));
    json.set("wedged", orNull(wedge.map(Standing::json)));
    return json;
  }

  private static ObjectNode json(Hold hold) {
    return hold.by().json().put("until", hold.until().toString());
  }

  private static ObjectNode json(Wedge mark) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("since", mark.since().toString())
        .put("text", mark.text());
  }

  private static JsonNode orNull(Optional<ObjectNode> json) {
    return json.<JsonNode>map(node -> node).orElse(JsonNodeFactory.instance.nullNode());
  }

  String text() {
    String bench = "Bench " + Printable.line(status.bench());
    StringBuilder out = new StringBuilder();
    if (status.running()) {
      out.append(bench).append(" is in use by ");
      out.append(status.record().map(Holder::words).orElse("somebody who left no word"));
      out.append(".\n");
      status.record().ifPresent(by -> facts(out, by));
    }
    status.hold().ifPresent(hold -> held(out, bench, hold));
    wedge.ifPresent(
        mark ->
            out.append(bench)
                .append(" is wedged since ")
                .append(mark.since())
                .append(".\n")
                .append("  next: mend it, then kitproof doctor, which clears the mark\n"));
    if (free()) {
      out.append(bench).append(" is free.\n");
    }
    if (status.stale()) {
      out.append("  left over: the word of a run that ended without tidying up, by ");
      out.append(status.record().map(Holder::words).orElse("")).append('\n');
    }
    return out.toString();
  }

  private static void held(StringBuilder out, String bench, Hold hold) {
    out.append(bench).append(" is held by ").append(hold.words()).append(".\n");
    facts(out, hold.by());
  }

  private static void facts(StringBuilder out, Holder by) {
    if (!by.why().isEmpty()) {
      out.append("  why: ").append(by.why()).append('\n');
    }
    by.ci().ifPresent(url -> out.append("  ci: ").append(url).append('\n'));
  }
}
