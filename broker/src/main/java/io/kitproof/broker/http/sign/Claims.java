package io.kitproof.broker.http.sign;

import io.kitproof.broker.fault.AwsFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a request says of its signature, in the header or in the query. */
final class Claims {

  private static final String IN_HEADER = "Authorization";
  private static final String IN_QUERY = "X-Amz-Algorithm";
  private static final String TIME = "X-Amz-Date";

  private Claims() {}

  /** Whether the request says that it is signed. */
  static boolean present(Signable request, Query query) {
    return inHeader(request).isPresent() || query.first(IN_QUERY).isPresent();
  }

  /**
   * @throws AwsFault if it does not say so, or not all of it
   */
  static Claim read(Signable request, Query query) {
    Optional<String> authorization = inHeader(request);
    boolean inQuery = query.first(IN_QUERY).isPresent();
    if (authorization.isPresent() && inQuery) {
      throw Faults.invalid(
          "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP"
              + " header.");
    }
    if (authorization.isPresent()) {
      return fromHeader(authorization.get(), request, query);
    }
    if (inQuery) {
      return fromQuery(query);
    }
    throw Faults.missing();
  }

  private static Optional<String> inHeader(Signable request) {
    return request.header(IN_HEADER).map(String::strip).filter(text -> text.startsWith("AWS4-"));
  }

  private static Claim fromHeader(String authorization, Signable request, Query query) {
    Map<String, String> said = new HashMap<>();
    String[] words = authorization.split("[ ,]+");
    for (String word : List.of(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        said.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    StringBuilder missing = new StringBuilder();
    for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
      if (said.getOrDefault(name, "").isEmpty()) {
        missing.append("Authorization header requires '").append(name).append("' parameter. ");
      }
    }
    String time = request.header(TIME).or(() -> request.header("Date")).orElse("");
    if (time.isEmpty()) {
      missing.append(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    if (!missing.isEmpty()) {
      throw Faults.incomplete(missing + "Authorization=" + authorization);
    }
    return new Claim(
        words[0],
        said.getOrDefault("Credential", ""),
        CanonicalRequest.names(said.getOrDefault("SignedHeaders", "")),
        said.getOrDefault("Signature", ""),
        time,
        query);
  }

  /** AWS IoT wants the session token added after the signature (developer guide, IAM users). */
  private static Claim fromQuery(Query query) {
    StringBuilder missing = new StringBuilder();
    for (String name :
        List.of("X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", TIME)) {
      if (query.first(name).orElse("").isEmpty()) {
        missing.append("AWS query-string parameters must include '").append(name).append("'. ");
      }
    }
    if (!missing.isEmpty()) {
      throw Faults.incomplete(missing + "Re-examine the query-string parameters.");
    }
    return new Claim(
        query.first(IN_QUERY).orElse(""),
        query.first("X-Amz-Credential").orElse(""),
        CanonicalRequest.names(query.first("X-Amz-SignedHeaders").orElse("")),
        query.first("X-Amz-Signature").orElse(""),
        query.first(TIME).orElse(""),
        query.without("X-Amz-Signature").without("X-Amz-Security-Token"));
  }
}
