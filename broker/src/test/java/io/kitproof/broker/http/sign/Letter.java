package io.kitproof.broker.http.sign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request written down as it is on the wire. */
final class Letter {

  private Letter() {}

  /** Lines of UTF-8; a body follows the first empty line. */
  static Signable parse(String text) {
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    int end = bytes.indexOf("\n\n");
    String head = end < 0 ? bytes : bytes.substring(0, end);
    String body = end < 0 ? "" : bytes.substring(end + 2);
    List<String> lines = head.lines().toList();
    String first = lines.get(0);
    String target = first.substring(first.indexOf(' ') + 1, first.lastIndexOf(" HTTP/1.1"));
    int question = target.indexOf('?');
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1)));
    }
    return new Signable(
        first.substring(0, first.indexOf(' ')),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        headers,
        body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
