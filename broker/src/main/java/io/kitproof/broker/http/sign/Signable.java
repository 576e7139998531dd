package io.kitproof.broker.http.sign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a request that can be signed, as they were on the wire; each character is a byte.
 *
 * @param method in capitals
 * @param path percent-encoded
 * @param query without the question mark; empty if there is none
 * @param headers in their order, whatever the case of their names
 * @param body what has come, or nothing
 */
public record Signable(
    String method,
    String path,
    String query,
    List<Map.Entry<String, String>> headers,
    byte[] body) {

  /** The first header of that name, in whatever case. */
  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** All values of a header as they are signed: trimmed, runs of spaces made one, joined. */
  String joined(String name) {
    return String.join(
        ",",
        headers.stream()
            .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
            .map(header -> header.getValue().strip().replaceAll(" +", " "))
            .toList());
  }
}
