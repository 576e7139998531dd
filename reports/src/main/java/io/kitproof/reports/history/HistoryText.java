package io.kitproof.reports.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.reports.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for the document. */
final class HistoryText {
  private static final int FEW = 12;

  private final ObjectNode json;
  private final StringBuilder out = new StringBuilder();

  private HistoryText(ObjectNode json) {
    this.json = json;
  }

  static String of(ObjectNode document) {
    HistoryText text = new HistoryText(document);
    text.head();
    text.suspects();
    text.parts();
    text.rows();
    text.mended();
    text.unreadable();
    return text.out.toString();
  }

  private void head() {
    say("%s in %s since %s.", some("scenarios", "scenario"), some("runs", "run"), word("since"));
    for (JsonNode bench : json.path("benches")) {
      say("  %s: in trouble %s; %s", at(bench, "bench"), at(bench, "trouble"), counts(bench));
    }
    if (json.path("staged").asInt() > 0) {
      say("  %s more with a mistake or a fault made on purpose are not counted.", word("staged"));
    }
  }

  private void suspects() {
    heading("suspects", "Hardly by chance");
    json.path("suspects").forEach(s -> say("  %s", at(s, "text")));
  }

  private void parts() {
    heading("parts", "Parts of a bench that were blamed");
    for (JsonNode part : json.path("parts")) {
      say(
          "  %s of %s: %s; %s rig, %s flaky",
          at(part, "part"),
          at(part, "bench"),
          at(part, "rate"),
          at(part, "rig"),
          at(part, "flaky"));
    }
  }

  private void rows() {
    List<JsonNode> troubled = new ArrayList<>();
    json.path("rows")
        .forEach(
            row -> {
              if (row.path("passed").asInt() < row.path("judged").asInt()) {
                troubled.add(row);
              }
            });
    List<JsonNode> shown = new ArrayList<>(troubled);
    if (troubled.isEmpty() && json.path("rows").size() <= FEW) {
      json.path("rows").forEach(shown::add);
    }
    if (!shown.isEmpty()) {
      say("");
      say("Scenarios%s, the newest outcome at the right", troubled.isEmpty() ? "" : " in trouble");
    }
    for (JsonNode row : shown) {
      say("  %s (%s) on %s", at(row, "scenario"), at(row, "feature"), at(row, "bench"));
      say("    %s; %s%s", at(row, "trouble"), counts(row), causes(row));
      say("    %s", at(row, "last"));
    }
  }

  private void mended() {
    heading("mended", "Quarantine that can end");
    for (JsonNode one : json.path("mended")) {
      say("  %s passed the last %s times.", at(one, "scenario"), at(one, "passed"));
    }
  }

  private void unreadable() {
    int lines = json.path("unreadable").size();
    if (lines > 0) {
      say("");
      say(
          "%d %s skipped, for %s no whole entry: %s.",
          lines,
          lines == 1 ? "line was" : "lines were",
          lines == 1 ? "it is" : "they are",
          list(json.path("unreadable")));
    }
  }

  private String some(String key, String one) {
    return word(key) + " " + one + (json.path(key).asInt() == 1 ? "" : "s");
  }

  private static String list(JsonNode words) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(Printable.line(word.asText())));
    return all.stream().limit(FEW).collect(Collectors.joining(", "))
        + (all.size() > FEW ? " and more" : "");
  }

  private static String causes(JsonNode row) {
    List<String> causes = new ArrayList<>();
    row.path("causes")
        .properties()
        .forEach(c -> causes.add(Printable.line(c.getKey()) + " " + c.getValue()));
    return causes.isEmpty() ? "" : "; causes: " + String.join(", ", causes);
  }

  private static String counts(JsonNode of) {
    return String.format(
        Locale.ROOT,
        "%s passed, %s failed, %s rig, %s flaky",
        at(of, "passed"),
        at(of, "failed"),
        at(of, "rig"),
        at(of, "flaky"));
  }

  private void heading(String list, String words) {
    if (!json.path(list).isEmpty()) {
      say("");
      say("%s", words);
    }
  }

  private String word(String key) {
    return at(json, key);
  }

  private static String at(JsonNode node, String key) {
    return Printable.line(node.path(key).asText());
  }

  private void say(String format, Object... words) {
    out.append(String.format(Locale.ROOT, format, words)).append('\n');
  }
}
