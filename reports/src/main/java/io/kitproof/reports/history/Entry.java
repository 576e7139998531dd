package io.kitproof.reports.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario of one run.
 *
 * @param when its run began
 * @param run names the run
 * @param file the first digits of the SHA-256 of the bench file; empty for a bench that ships
 *     inside
 * @param cause the code of what it did not simply pass for
 * @param part the part of the bench that was blamed
 * @param used what of the bench it made use of, as {@code MB1 of publisher}, with the wire
 * @param staged whether a mistake or a fault was made on purpose: it says nothing of the bench
 * @param quarantined whether it decided nothing
 */
record Entry(
    Instant when,
    String run,
    String bench,
    String file,
    String feature,
    String scenario,
    Verdict verdict,
    Optional<String> cause,
    Optional<String> part,
    long millis,
    Map<String, String> used,
    boolean staged,
    boolean quarantined,
    Optional<String> url,
    Optional<String> commit) {
  /** A line longer than this is not ours. */
  static final int LONGEST_LINE = 16 * 1024;

  private static final int LONGEST_WORD = 300;
  private static final int MOST_USED = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  Entry {
    used = Map.copyOf(used);
  }

  /** Whether it proved something, good or bad. */
  boolean judged() {
    return verdict != Verdict.NOT_RUN;
  }

  boolean troubled() {
    return verdict.needsAttention();
  }

  /** One line of JSON, with its line feed. */
  String line() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("when", when.toString()).put("run", run).put("bench", word(bench));
    json.put("file", file).put("feature", word(feature)).put("scenario", word(scenario));
    json.put("verdict", verdict.name());
    cause.ifPresent(code -> json.put("cause", word(code)));
    part.ifPresent(name -> json.put("part", word(name)));
    json.put("ms", millis);
    ObjectNode uses = json.putObject("used");
    used.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_USED)
        .forEach(one -> uses.put(word(one.getKey()), word(one.getValue())));
    if (staged) {
      json.put("staged", true);
    }
    if (quarantined) {
      json.put("quarantined", true);
    }
    url.ifPresent(page -> json.put("url", word(page)));
    commit.ifPresent(id -> json.put("commit", word(id)));
    return json + "\n";
  }

  private static String word(String text) {
    String line = Printable.line(text);
    return line.length() > LONGEST_WORD ? line.substring(0, LONGEST_WORD - 1) + "…" : line;
  }

  /** Reads a line; empty when it is none of ours, or only half of one. */
  static Optional<Entry> read(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json == null || !json.path("ms").isIntegralNumber()) {
        return Optional.empty();
      }
      Map<String, String> used = new LinkedHashMap<>();
      json.path("used").properties().forEach(f -> used.put(f.getKey(), f.getValue().asText()));
      return Optional.of(
          new Entry(
              Instant.parse(json.path("when").asText()),
              json.path("run").asText(),
              json.path("bench").asText(),
              json.path("file").asText(),
              json.path("feature").asText(),
              json.path("scenario").asText(),
              Verdict.valueOf(json.path("verdict").asText()),
              optional(json, "cause"),
              optional(json, "part"),
              json.path("ms").asLong(),
              used,
              json.path("staged").asBoolean(),
              json.path("quarantined").asBoolean(),
              optional(json, "url"),
              optional(json, "commit")));
    } catch (IOException | DateTimeParseException | IllegalArgumentException torn) {
      return Optional.empty();
    }
  }

  private static Optional<String> optional(JsonNode json, String key) {
    return json.hasNonNull(key) ? Optional.of(json.path(key).asText()) : Optional.empty();
  }
}
