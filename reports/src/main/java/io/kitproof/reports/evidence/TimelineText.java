package io.kitproof.reports.evidence;

import io.kitproof.reports.Recording;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import java.util.List;
import java.util.Locale;

/** The whole timeline for people: seconds since the scenario began, time since the stimulus. */
public final class TimelineText {
  private static final int WIDEST_LANE = 32;

  private TimelineText() {}

  /** A line for each observation, in the order of the time stamps, under a head. */
  public static String of(Recording recording) {
    List<Moment> moments = Moment.of(recording);
    int width = moments.stream().mapToInt(m -> m.seen().lane().length()).max().orElse(4);
    width = Math.max(4, Math.min(WIDEST_LANE, width));
    String row = "%10s  %12s  %-" + width + "s  %s";
    StringBuilder out = new StringBuilder("# epoch ").append(recording.epoch()).append('\n');
    String head = String.format(Locale.ROOT, row, "# seconds", "stimulus", "lane", "what");
    out.append(head).append('\n');
    for (Moment m : moments) {
      String time = Times.seconds(m.sinceEpochNanos());
      String since = m.sinceStimulusNanos().map(Times::after).orElse("");
      String text = String.format(Locale.ROOT, row, time, since, m.seen().lane(), m.seen().text());
      out.append(Printable.line(text)).append('\n');
    }
    return out.toString();
  }
}
