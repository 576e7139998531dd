package io.kitproof.cli.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came of updating shadows for a while.
 *
 * @param way how they were updated: MQTT or HTTPS
 * @param documentBytes size of each update
 * @param updates that were accepted; over MQTT, also published as documents and as delta
 * @param refused how many the cloud refused or did not answer
 * @param nanos from the first update to the last answer
 * @param latency from an update to the last of its answers
 */
record ShadowRun(
    String way,
    int documentBytes,
    int things,
    long updates,
    long refused,
    long nanos,
    Spread latency) {

  static String heading() {
    return String.format(
        Locale.ROOT,
        "%-34s %12s %12s %12s",
        "updates of shadows",
        "per second",
        "p50 ms",
        "p99 ms");
  }

  private double perSecond() {
    return updates * 1e9 / nanos;
  }

  /** For people. */
  String row() {
    String name = way + ", " + documentBytes + " bytes, " + things + " things";
    String row =
        String.format(
            Locale.ROOT,
            "  %-32s %12.0f %12.3f %12.3f",
            name,
            perSecond(),
            latency.p50() / 1e6,
            latency.p99() / 1e6);
    return refused == 0 ? row : row + "  " + refused + " refused";
  }

  /** For programs. */
  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("way", way);
    document.put("document_bytes", documentBytes);
    document.put("things", things);
    document.put("updates", updates);
    document.put("refused", refused);
    document.put("updates_per_second", perSecond());
    document.put("latency", latency);
    return document;
  }
}
