package io.kitproof.broker.http.sign;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that requests are signed with; whoever has it may do everything.
 *
 * @param id goes with each request
 * @param secret never does
 */
public record AccessKey(String id, String secret) {

  /**
   * For development: everybody knows it, so it counts only from one address of the loopback
   * interface to another. Long enough for what the SDKs check.
   */
  public static final AccessKey DEVELOPMENT =
      new AccessKey("AKIDKITPROOFLOCAL000", "kitproof/development/only/from/loopback/");

  /** A new one that nobody else knows, of the shape of AWS's. */
  public static AccessKey random() {
    SecureRandom random = new SecureRandom();
    byte[] id = new byte[8];
    byte[] secret = new byte[30];
    random.nextBytes(id);
    random.nextBytes(secret);
    return new AccessKey(
        "AKID" + HexFormat.of().withUpperCase().formatHex(id),
        Base64.getEncoder().encodeToString(secret));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "access key " + id;
  }
}
