package io.kitproof.reports.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kitproof.reports.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the record of scenarios into one JSON document. */
final class HistoryDocument {
  /** How many outcomes in a row are shown, and how many passes in a row end a quarantine. */
  private static final int LAST = 20;

  private HistoryDocument() {}

  static ObjectNode of(
      Instant since,
      int staged,
      List<Entry> entries,
      Optional<String> bench,
      List<String> unreadable) {
    List<Entry> here =
        entries.stream().filter(e -> bench.filter(b -> !b.equals(e.bench())).isEmpty()).toList();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("since", since.toString());
    json.put("runs", (int) here.stream().map(Entry::run).distinct().count());
    json.put("scenarios", here.size());
    json.put("staged", staged);
    ArrayNode suspects = json.putArray("suspects");
    Suspects.of(entries).stream()
        .filter(s -> bench.filter(b -> !b.equals(s.bench())).isEmpty())
        .forEach(s -> suspects.add(suspect(s)));
    ArrayNode benches = json.putArray("benches");
    grouped(here, Entry::bench)
        .forEach((name, of) -> benches.add(tally(named("bench", name), Tally.of(of))));
    ArrayNode parts = json.putArray("parts");
    grouped(
            here.stream().filter(e -> e.part().isPresent()).toList(),
            e -> e.bench() + "\n" + e.part().orElse(""))
        .values()
        .forEach(of -> parts.add(part(of, here)));
    ArrayNode rows = json.putArray("rows");
    grouped(here, e -> e.feature() + "\n" + e.scenario() + "\n" + e.bench())
        .values()
        .forEach(of -> rows.add(row(of)));
    ArrayNode released = json.putArray("mended");
    grouped(here, e -> e.feature() + "\n" + e.scenario()).values().stream()
        .filter(HistoryDocument::mended)
        .forEach(
            of -> released.addObject().put("scenario", of.get(0).scenario()).put("passed", LAST));
    ArrayNode lines = json.putArray("unreadable");
    unreadable.forEach(lines::add);
    return json;
  }

  private static Map<String, List<Entry>> grouped(List<Entry> entries, Function<Entry, String> by) {
    return entries.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private static ObjectNode named(String key, String name) {
    return JsonNodeFactory.instance.objectNode().put(key, name);
  }

  private static ObjectNode tally(ObjectNode json, Tally tally) {
    json.put("judged", tally.judged()).put("passed", tally.passed());
    json.put("failed", tally.failed()).put("rig", tally.rig()).put("flaky", tally.flaky());
    return json.put("notRun", tally.notRun()).put("trouble", tally.rate());
  }

  private static ObjectNode suspect(Suspect s) {
    ObjectNode json = named("bench", s.bench()).put("what", s.what()).put("wire", s.wire());
    json.set("here", tally(JsonNodeFactory.instance.objectNode(), s.here()));
    json.set("elsewhere", tally(JsonNodeFactory.instance.objectNode(), s.elsewhere()));
    return json.put("p", s.p()).put("text", s.text());
  }

  /** A part that was blamed, of all that was judged on its bench. */
  private static ObjectNode part(List<Entry> blamed, List<Entry> all) {
    Entry one = blamed.get(0);
    Tally bench = Tally.of(all.stream().filter(e -> e.bench().equals(one.bench())).toList());
    Tally of = Tally.of(blamed);
    return named("bench", one.bench())
        .put("part", one.part().orElse(""))
        .put("rig", of.rig())
        .put("flaky", of.flaky())
        .put("rate", bench.rate(of.rig() + of.flaky()));
  }

  private static ObjectNode row(List<Entry> entries) {
    Entry one = entries.get(0);
    ObjectNode json =
        tally(
            named("scenario", one.scenario())
                .put("feature", one.feature())
                .put("bench", one.bench()),
            Tally.of(entries));
    ObjectNode causes = json.putObject("causes");
    grouped(
            entries.stream().filter(e -> e.troubled() && e.cause().isPresent()).toList(),
            e -> e.cause().orElse(""))
        .forEach((cause, of) -> causes.put(cause, of.size()));
    return json.put("last", last(entries));
  }

  /** The last outcomes, the newest at the right, a letter each. */
  private static String last(List<Entry> entries) {
    return newest(entries).stream()
        .map(e -> e.verdict() == Verdict.PASSED ? "." : e.verdict().name().substring(0, 1))
        .collect(Collectors.joining());
  }

  private static List<Entry> newest(List<Entry> entries) {
    List<Entry> inOrder = new ArrayList<>(entries);
    inOrder.sort((a, b) -> a.when().compareTo(b.when()));
    return inOrder.subList(Math.max(0, inOrder.size() - LAST), inOrder.size());
  }

  private static boolean mended(List<Entry> entries) {
    List<Entry> judged = entries.stream().filter(Entry::judged).collect(Collectors.toList());
    List<Entry> newest = newest(judged);
    return newest.size() == LAST
        && Collections.max(newest, (a, b) -> a.when().compareTo(b.when())).quarantined()
        && newest.stream().allMatch(e -> e.verdict() == Verdict.PASSED);
  }
}
