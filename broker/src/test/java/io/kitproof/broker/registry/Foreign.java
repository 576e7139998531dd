package io.kitproof.broker.registry;

import io.kitproof.broker.ca.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Somebody else's keys and certificates, on P-256 since those take no time. */
public record Foreign(KeyPair keys, X509Certificate certificate) {

  private static final Duration YEAR = Duration.ofDays(365);

  /** An authority that has signed itself. */
  public static Foreign authority(String subject) {
    KeyPair keys = keyPair();
    return new Foreign(keys, certificate(subject, keys, subject, keys, true, Instant.now()));
  }

  /** A device, or whatever else has this subject. */
  public Foreign sign(String subject) {
    return signAt(subject, Instant.now());
  }

  /** One that was made then and is valid for two years from a year before. */
  public Foreign signAt(String subject, Instant when) {
    KeyPair own = keyPair();
    String issuer = certificate.getSubjectX500Principal().getName();
    return new Foreign(own, certificate(subject, own, issuer, keys, false, when));
  }

  public String pem() {
    return Pem.of(certificate);
  }

  /** A signing request for a fresh key. */
  public static String request(String subject) {
    return request(subject, keyPair());
  }

  public static String request(String subject, KeyPair keys) {
    try {
      String algorithm =
          keys.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
              .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
              .getEncoded();
      return "-----BEGIN CERTIFICATE REQUEST-----\n"
          + Base64.getMimeEncoder().encodeToString(der)
          + "\n-----END CERTIFICATE REQUEST-----\n";
    } catch (OperatorCreationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate certificate(
      String subject,
      KeyPair keys,
      String issuer,
      KeyPair signer,
      boolean authority,
      Instant when) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      new X500Name(issuer),
                      new BigInteger(64, new java.security.SecureRandom()).add(BigInteger.ONE),
                      Date.from(when.minus(YEAR)),
                      Date.from(when.plus(YEAR)),
                      new X500Name(subject),
                      keys.getPublic())
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                  .build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
