package io.kitproof.broker.ca;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;

/** What AWS IoT knows a certificate by. */
public final class Fingerprint {

  private Fingerprint() {}

  /** SHA-256 of the certificate's DER, 64 lower-case hex digits (AWS's certificate id). */
  public static String of(Certificate certificate) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The certificate has no encoding to digest.", e);
    }
  }
}
