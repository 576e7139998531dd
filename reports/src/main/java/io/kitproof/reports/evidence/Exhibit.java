package io.kitproof.reports.evidence;

import io.kitproof.reports.Recording;
import java.util.ArrayList;
import java.util.List;

/**
 * One rendering of what a scenario saw, ready to be written or attached.
 *
 * @param name for people, as {@code console of publisher}
 * @param mediaType as {@code text/plain}
 * @param extension of a file with it, with the dot
 */
public record Exhibit(String name, String mediaType, String extension, String text) {
  private static final String PLAIN = "text/plain";

  /** All renderings of a recording: the page first, consoles, packets, then the timeline. */
  public static List<Exhibit> of(Recording seen) {
    List<Exhibit> exhibits = new ArrayList<>();
    String lines = TimelineLines.of(seen);
    exhibits.add(new Exhibit("timeline page", "text/html", ".html", TimelinePage.of(lines)));
    ConsoleTranscript.byKit(seen)
        .forEach((kit, text) -> exhibits.add(plain("console of " + kit, text)));
    String packets = PacketLog.of(seen);
    if (!packets.isEmpty()) {
      exhibits.add(plain("packet log", packets));
    }
    exhibits.add(plain("timeline", TimelineText.of(seen)));
    exhibits.add(new Exhibit("timeline for programs", PLAIN, ".jsonl", lines));
    return exhibits;
  }

  private static Exhibit plain(String name, String text) {
    return new Exhibit(name, PLAIN, ".log", text);
  }
}
