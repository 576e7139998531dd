package io.kitproof.reports.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a ledger has of a time. */
public final class History {
  private final Instant since;
  private final List<Entry> entries;
  private final List<String> unreadable;

  History(Instant since, List<Entry> entries, List<String> unreadable) {
    this.since = since;
    this.entries = List.copyOf(entries);
    this.unreadable = List.copyOf(unreadable);
  }

  /** How many scenarios it has. */
  public int size() {
    return entries.size();
  }

  /** Lines that are no entries, as {@code 2026-11.jsonl:17}; they were skipped. */
  public List<String> unreadable() {
    return unreadable;
  }

  /**
   * The record of it.
   *
   * @param scenario a part of the name or the feature of scenarios, if only some are wanted
   * @param bench which bench, if only one is wanted; the others are still what it is compared with
   */
  public Rendered record(Optional<String> scenario, Optional<String> bench) {
    List<Entry> honest = entries.stream().filter(e -> !e.staged()).toList();
    List<Entry> wanted =
        honest.stream().filter(e -> scenario.filter(s -> !names(e, s)).isEmpty()).toList();
    return new Rendered(
        HistoryDocument.of(since, entries.size() - honest.size(), wanted, bench, unreadable));
  }

  private static boolean names(Entry entry, String part) {
    String small = part.toLowerCase(Locale.ROOT);
    return entry.scenario().toLowerCase(Locale.ROOT).contains(small)
        || entry.feature().toLowerCase(Locale.ROOT).contains(small);
  }
}
