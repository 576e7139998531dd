package io.kitproof.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.reports.Recording;
import io.kitproof.reports.evidence.TimelineLines;
import io.kitproof.reports.evidence.TimelinePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How fast the timeline page of a busy scenario is.
 *
 * @param bytes of the page
 * @param rendering until it was made from the recording, record included
 * @param paint from the start of loading until the frame with all lanes was painted; empty without
 *     a browser
 * @param zoom from a turn of the wheel until the frame was painted; empty without a browser
 */
record PageSpeed(
    int observations, long bytes, Spread rendering, Optional<Spread> paint, Optional<Spread> zoom) {
  private static final int TIMES = 5;
  private static final int STEPS = 30;
  private static final long APART_NANOS = 1_000_000;

  /** The page marks the moment itself. */
  private static final String PAINTED =
      "const [done] = arguments;"
          + "new PerformanceObserver((list) => list.getEntriesByName('painted')"
          + ".forEach((mark) => done(mark.startTime))).observe({type: 'mark', buffered: true});";

  /** A task put into the queue by a frame's callback runs once that frame is painted. */
  private static final String ZOOM =
      "const [steps, done] = arguments; const took = [];"
          + "const chart = document.getElementById('chart');"
          + "const box = chart.getBoundingClientRect();"
          + "const turn = (i) => { if (i === steps) { done(took); return; }"
          + "  const began = performance.now();"
          + "  chart.dispatchEvent(new WheelEvent('wheel', {cancelable: true,"
          + "    deltaY: i % 20 < 10 ? -120 : 120, clientY: box.top + 9,"
          + "    clientX: box.left + box.width * (0.2 + 0.6 * i / steps)}));"
          + "  requestAnimationFrame(() => setTimeout(() => {"
          + "    took.push(performance.now() - began); turn(i + 1); })); };"
          + "turn(0);";

  /** Makes the page a few times, and opens it as often in a browser, if there is one. */
  static PageSpeed measure(int observations) throws IOException {
    Recording recording =
        new Recording(
            observations + " observations",
            0,
            Instant.EPOCH,
            IntStream.range(0, observations)
                .mapToObj(i -> BusyScenario.seen(i, i * APART_NANOS))
                .toList());
    long[] rendering = new long[TIMES];
    String page = "";
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      page = TimelinePage.of(TimelineLines.of(recording));
      rendering[i] = System.nanoTime() - start;
    }
    long bytes = page.getBytes(StandardCharsets.UTF_8).length;
    PageSpeed made =
        new PageSpeed(
            observations, bytes, Spread.of(rendering), Optional.empty(), Optional.empty());
    Optional<HeadlessBrowser> browser = HeadlessBrowser.start();
    return browser.isPresent() ? made.in(browser.get(), page) : made;
  }

  private PageSpeed in(HeadlessBrowser browser, String page) throws IOException {
    Path file = Files.createTempFile("kitproof-timeline-", ".html");
    try (browser) {
      Files.writeString(file, page);
      long[] paint = new long[TIMES];
      List<Long> zoom = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        browser.open(file);
        paint[i] = nanos(browser.ask(PAINTED));
        browser.ask(ZOOM, STEPS).forEach(step -> zoom.add(nanos(step)));
      }
      Spread steps = Spread.of(zoom.stream().mapToLong(Long::longValue).toArray());
      return new PageSpeed(
          observations, bytes, rendering, Optional.of(Spread.of(paint)), Optional.of(steps));
    } finally {
      Files.delete(file);
    }
  }

  private static long nanos(JsonNode millis) {
    return Math.round(millis.asDouble() * 1e6);
  }

  /** For people. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(Spread.heading("page of " + observations + " observations"));
    lines.add(rendering.row("making it"));
    paint.ifPresent(p -> lines.add(p.row("opening it, all lanes painted")));
    zoom.ifPresent(z -> lines.add(z.row("a zoom step, painted")));
    lines.add(String.format(Locale.ROOT, "  %-32s %9.1f MiB", "size", bytes / 1048576.0));
    if (paint.isEmpty()) {
      lines.add("  no browser here to open it: apt install chromium chromium-driver");
    }
    return lines;
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("observations", observations);
    document.put("bytes", bytes);
    document.put("rendering", rendering);
    paint.ifPresent(p -> document.put("first_paint", p));
    zoom.ifPresent(z -> document.put("zoom_step", z));
    return document;
  }
}
