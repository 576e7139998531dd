package io.kitproof.broker.registry;

import io.kitproof.broker.ca.Pem;
import io.kitproof.broker.fault.AwsFault;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** What the registry wants to know of certificates that others bring. */
final class X509 {

  private X509() {}

  /**
   * @throws AwsFault InvalidRequestException if there is no text, CertificateValidationException if
   *     it is no certificate
   */
  static X509Certificate parse(String member, @Nullable String pem) {
    Constraint.PEM.check(member, pem);
    try {
      return Pem.certificate(String.valueOf(pem));
    } catch (IllegalArgumentException e) {
      throw Faults.certificateInvalid("The certificate is not valid PEM.");
    }
  }

  /**
   * @throws AwsFault CertificateValidationException unless this is its time
   */
  static void checkTime(X509Certificate certificate, Instant now) {
    if (now.isAfter(certificate.getNotAfter().toInstant())
        || now.isBefore(certificate.getNotBefore().toInstant())) {
      throw Faults.certificateInvalid("The certificate has expired or is not valid yet.");
    }
  }

  static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName(X500Principal.CANONICAL);
  }

  static String issuer(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().getName(X500Principal.CANONICAL);
  }

  static boolean isAuthority(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  static boolean signed(X509Certificate by, X509Certificate certificate) {
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static boolean isCalled(X509Certificate certificate, String commonName) {
    return CertificateVariables.of(certificate)
        .getOrDefault("iot:Certificate.Subject.CommonName", List.of())
        .contains(commonName);
  }
}
