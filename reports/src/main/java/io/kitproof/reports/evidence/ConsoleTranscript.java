package io.kitproof.reports.evidence;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.reports.Recording;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each kit's console printed, a line each, with the seconds since the scenario began. */
public final class ConsoleTranscript {
  private ConsoleTranscript() {}

  /** The transcripts by kit, in alphabetical order. */
  public static Map<String, String> byKit(Recording seen) {
    Map<String, StringBuilder> kits = new TreeMap<>();
    for (Observation o : seen.inOrder()) {
      if (o instanceof ConsoleLine c) {
        kits.computeIfAbsent(c.kit(), k -> new StringBuilder()).append(line(c, seen));
      }
    }
    Map<String, String> transcripts = new TreeMap<>();
    kits.forEach((kit, text) -> transcripts.put(kit, text.toString()));
    return transcripts;
  }

  private static String line(ConsoleLine c, Recording seen) {
    String time = Times.seconds(c.nanos() - seen.epochNanos());
    return String.format(Locale.ROOT, "%10s  ", time) + Printable.line(c.line()) + "\n";
  }
}
