package io.kitproof.reports.evidence;

import io.kitproof.reports.ScenarioRecord;
import java.util.Locale;

/** Where a scenario's JSON Lines and their page lie, seen from the report's folder. */
public final class TimelineFile {
  private static final int LONGEST = 60;
  private static final String FIRST = "-first";

  private TimelineFile() {}

  /**
   * As {@code timeline/012-a-press-turns-the-led-on.jsonl}: no character that a file system or a
   * shell minds.
   *
   * @param number the scenario's place in the run, from 1
   */
  public static String of(int number, ScenarioRecord scenario) {
    return named(number, scenario, "") + ".jsonl";
  }

  /** As {@link #of}, the page: {@code timeline/012-a-press-turns-the-led-on.html}. */
  public static String page(int number, ScenarioRecord scenario) {
    return named(number, scenario, "") + ".html";
  }

  /** The same for an attempt that was repeated, as {@code timeline/012-a-press-first.jsonl}. */
  public static String ofFirst(int number, ScenarioRecord scenario) {
    return named(number, scenario, FIRST) + ".jsonl";
  }

  /** As {@link #ofFirst}, the page. */
  public static String pageOfFirst(int number, ScenarioRecord scenario) {
    return named(number, scenario, FIRST) + ".html";
  }

  private static String named(int number, ScenarioRecord scenario, String more) {
    String words =
        scenario
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String name = words.substring(0, Math.min(LONGEST, words.length()));
    return String.format(Locale.ROOT, "timeline/%03d-%s%s", number, name, more);
  }
}
