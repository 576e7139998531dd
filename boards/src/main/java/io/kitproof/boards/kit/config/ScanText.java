package io.kitproof.boards.kit.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** {@code /scan_results.txt}: a line with the protocol, then eight lines an access point. */
final class ScanText {
  private ScanText() {}

  /** Its pieces in the order in which they leave. */
  static List<String> of(List<ScannedAp> found) {
    List<String> pieces = new ArrayList<>();
    pieces.add("http\n");
    for (int index = 0; index < found.size(); index++) {
      pieces.add(lines(index, found.get(index)));
    }
    return pieces;
  }

  private static String lines(int index, ScannedAp ap) {
    String ssid = HexFormat.of().withUpperCase().formatHex(ap.ssid().getBytes(UTF_8));
    List<Object> lines =
        List.of(
            index, ssid, ap.security(), ap.securityWord(), ap.rssi(), ap.channel(), ap.bssid(), 0);
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
