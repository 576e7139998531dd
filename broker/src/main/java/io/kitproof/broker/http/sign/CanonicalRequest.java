package io.kitproof.broker.http.sign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The text that stands for a request when it is signed (AWS General Reference, Signature Version
 * 4). The path is encoded once more than it is on the wire and freed of dots and double slashes, as
 * for every service but S3. The hash is always the body's own: AWS leaves a payload unsigned for S3
 * and for a few streaming services only.
 */
final class CanonicalRequest {

  private CanonicalRequest() {}

  /**
   * @param signedHeaders in lower case
   */
  static String of(Signable request, Query query, List<String> signedHeaders) {
    List<String> names = signedHeaders.stream().sorted().toList();
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append('\n');
    text.append(path(request.path())).append('\n');
    text.append(query.canonical()).append('\n');
    names.forEach(name -> text.append(name).append(':').append(request.joined(name)).append('\n'));
    text.append('\n').append(String.join(";", names)).append('\n');
    return text.append(Hmac.sha256Hex(request.body())).toString();
  }

  static List<String> names(String signedHeaders) {
    return List.of(signedHeaders.toLowerCase(Locale.ROOT).split(";"));
  }

  private static String path(String raw) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : raw.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(Escapes.encoded(part));
      }
    }
    String path = "/" + String.join("/", parts);
    return raw.endsWith("/") && path.length() > 1 ? path + "/" : path;
  }
}
