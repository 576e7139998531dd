package io.kitproof.reports.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The timeline as a page: one file with the lanes of a scenario over time, drawn by a script in it
 * from the record in it. It asks nothing of any host; the browser is told to refuse if it ever did,
 * and to run no script but this one.
 */
public final class TimelinePage {
  /** More than this, as a record, is no scenario any browser should be asked to show. */
  private static final long LARGEST = 256L << 20;

  private static final List<String> SCRIPTS =
      List.of(
          "timeline-record.js",
          "timeline-lanes.js",
          "timeline-axis.js",
          "timeline-draw.js",
          "timeline-marks.js",
          "timeline-levels.js",
          "timeline-details.js",
          "timeline-input.js",
          "timeline.js");

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private TimelinePage() {}

  /**
   * The page of a record.
   *
   * @param lines as {@link TimelineLines} gives them
   */
  public static String of(String lines) {
    String style = resource("timeline.css");
    String script = SCRIPTS.stream().map(TimelinePage::resource).collect(Collectors.joining("\n"));
    Map<String, String> parts =
        Map.of(
            "style", style,
            "style-hash", hash(style),
            "script", script,
            "script-hash", hash(script),
            "record", embedded(lines));
    return filled(resource("timeline.html"), parts);
  }

  /**
   * The page of a record on disk.
   *
   * @throws IOException if it can't be read, is larger than 256 MiB, or is no record of the version
   *     this page shows
   */
  public static String of(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST) {
      throw new IOException(
          "%s has %d MiB; a page shows up to %d MiB.".formatted(file, size >> 20, LARGEST >> 20));
    }
    String lines = Files.readString(file);
    String head = "{\"type\":\"Epoch\",\"version\":" + TimelineLines.VERSION + ",";
    if (!lines.startsWith(head)) {
      throw new IOException(
          "%s is no timeline of version %d: its first line should begin with %s"
              .formatted(file, TimelineLines.VERSION, head));
    }
    return of(lines);
  }

  /**
   * JSON has a "<" only in strings, where it may be written so; then no text can end the script.
   */
  private static String embedded(String lines) {
    return lines.replace("<", "\\u003c");
  }

  /** In one pass: what is filled in is not searched for places. */
  private static String filled(String template, Map<String, String> parts) {
    StringBuilder page = new StringBuilder();
    Matcher place = PLACE.matcher(template);
    int from = 0;
    while (place.find()) {
      page.append(template, from, place.start()).append(parts.get(place.group(1)));
      from = place.end();
    }
    return page.append(template, from, template.length()).toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = TimelinePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing beside " + TimelinePage.class.getName());
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read.", e);
    }
  }
}
