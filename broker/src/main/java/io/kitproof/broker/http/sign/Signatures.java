package io.kitproof.broker.http.sign;

import io.kitproof.broker.fault.AwsFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Believes a request if it was signed with a key of the account, or says what AWS says. Session
 * tokens are taken and not looked at: here are only keys that last. Safe for many threads.
 */
public final class Signatures {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private final Map<String, AccessKey> keys = new TreeMap<>();
  private final String region;
  private final List<String> services;
  private final Lifetime lifetime;

  /**
   * @param region the one requests must be signed for
   * @param services the names they may be signed for; AWS's errors tell the first
   */
  public Signatures(Collection<AccessKey> keys, String region, List<String> services, Clock clock) {
    keys.forEach(key -> this.keys.put(key.id(), key));
    this.region = region;
    this.services = List.copyOf(services);
    this.lifetime = new Lifetime(clock);
  }

  /** Whether a request says that it is signed, truthfully or not. */
  public boolean claimed(Signable request) {
    return Claims.present(request, Query.parse(request.query()));
  }

  /**
   * The id of the key that the request was signed with.
   *
   * @param fromLoopback whether it came to and from the loopback interface
   * @throws AwsFault if it was not, or too long ago, or for something else
   */
  public String keyOf(Signable request, boolean fromLoopback) {
    Query query = Query.parse(request.query());
    Claim claim = Claims.read(request, query);
    lifetime.check(claim.time(), claim.query().first("X-Amz-Expires").orElse(""));
    if (!claim.signedHeaders().contains("host")) {
      throw Faults.invalid(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    if (!claim.algorithm().equals(ALGORITHM)) {
      throw Faults.incomplete(
          "Unsupported AWS 'algorithm': '"
              + claim.algorithm()
              + "' (only AWS4-HMAC-SHA256 for now). ");
    }
    Scope scope = scope(claim);
    AccessKey key = keys.get(scope.keyId());
    if (key == null || !fromLoopback && key.equals(AccessKey.DEVELOPMENT)) {
      throw Faults.unknownKey();
    }
    String canonical = CanonicalRequest.of(request, claim.query(), claim.signedHeaders());
    byte[] ours = scope.sign(key.secret(), toSign(claim, scope, canonical));
    if (!MessageDigest.isEqual(
        HexFormat.of().formatHex(ours).getBytes(StandardCharsets.ISO_8859_1),
        claim.signature().getBytes(StandardCharsets.ISO_8859_1))) {
      throw Faults.mismatch();
    }
    return key.id();
  }

  private static String toSign(Claim claim, Scope scope, String canonical) {
    String hash = Hmac.sha256Hex(canonical.getBytes(StandardCharsets.ISO_8859_1));
    return String.join("\n", ALGORITHM, claim.time(), scope.toString(), hash);
  }

  private Scope scope(Claim claim) {
    String[] parts = claim.credential().split("/", -1);
    if (parts.length != 5) {
      throw Faults.incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + claim.credential()
              + "'");
    }
    Scope scope = new Scope(parts[0], parts[1], parts[2], parts[3], parts[4]);
    String wrong = wrongIn(scope, claim.time());
    if (!wrong.isEmpty()) {
      throw Faults.invalid(wrong);
    }
    return scope;
  }

  private String wrongIn(Scope scope, String time) {
    StringBuilder wrong = new StringBuilder();
    if (!scope.region().equals(region)) {
      wrong.append("Credential should be scoped to a valid region, not '");
      wrong.append(scope.region()).append("'. ");
    }
    if (!services.contains(scope.service())) {
      wrong.append("Credential should be scoped to correct service: '");
      wrong.append(services.get(0)).append("'. ");
    }
    if (!scope.terminator().equals(Scope.TERMINATOR)) {
      wrong.append("Credential should be scoped with a valid terminator: 'aws4_request', not '");
      wrong.append(scope.terminator()).append("'. ");
    }
    String day = time.substring(0, 8);
    if (!scope.date().equals(day)) {
      wrong.append(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date");
      wrong.append(" from HTTP: '").append(scope.date()).append("' != '").append(day);
      wrong.append("', from '").append(time).append("'.");
    }
    return wrong.toString();
  }
}
