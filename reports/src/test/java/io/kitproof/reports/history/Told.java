package io.kitproof.reports.history;

import io.kitproof.reports.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries as runs could have left them. */
final class Told {
  static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

  private Told() {}

  static Entry entry(int number, String bench, String scenario, Verdict verdict) {
    return new Entry(
        SINCE.plusSeconds(60L * number),
        "r" + number,
        bench,
        "",
        "05_pair.feature",
        scenario,
        verdict,
        verdict == Verdict.PASSED ? Optional.empty() : Optional.of("kit"),
        Optional.empty(),
        100,
        Map.of("MB2 of publisher", "presses/1"),
        false,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** So many troubled ones among so many, spread evenly. */
  static List<Entry> some(String bench, String scenario, int troubled, int ran) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < ran; i++) {
      boolean wrong = (long) (i + 1) * troubled / ran > (long) i * troubled / ran;
      entries.add(entry(i, bench, scenario, wrong ? Verdict.FAILED : Verdict.PASSED));
    }
    return entries;
  }

  static Entry blaming(Entry entry, String part, Verdict verdict) {
    return new Entry(
        entry.when(),
        entry.run(),
        entry.bench(),
        entry.file(),
        entry.feature(),
        entry.scenario(),
        verdict,
        Optional.of("bench"),
        Optional.of(part),
        entry.millis(),
        entry.used(),
        false,
        false,
        Optional.of("http://ci/7"),
        Optional.of("abc"));
  }

  static Entry marked(Entry entry, boolean staged, boolean quarantined) {
    return new Entry(
        entry.when(),
        entry.run(),
        entry.bench(),
        entry.file(),
        entry.feature(),
        entry.scenario(),
        entry.verdict(),
        entry.cause(),
        entry.part(),
        entry.millis(),
        entry.used(),
        staged,
        quarantined,
        entry.url(),
        entry.commit());
  }

  static String text(List<Entry> entries) {
    return new History(SINCE, entries, List.of()).record(Optional.empty(), Optional.empty()).text();
  }
}
