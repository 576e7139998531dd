package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for tests: EC keys, because they are made in no time. */
public final class TestAuthority {
  /** The common name the stock firmware expects. */
  public static final String BROKER_CN = "*.iot.us-east-1.amazonaws.com";

  /** A key with its certificate. */
  public record Issued(X509Certificate certificate, PrivateKey key) {
    public byte[] certificatePem() {
      return pem("CERTIFICATE", encoded());
    }

    public byte[] keyPem() {
      return pem("PRIVATE KEY", key.getEncoded());
    }

    private byte[] encoded() {
      try {
        return certificate.getEncoded();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final Instant LONG_AGO = Instant.parse("2016-01-01T00:00:00Z");
  private static final Instant FAR_AWAY = Instant.parse("2096-01-01T00:00:00Z");

  private final String name;
  private int serial = 1;
  private final KeyPair keys = keyPair("EC", 256);
  private final Issued own;

  public TestAuthority(String name) {
    this.name = name;
    this.own = issue(name, keys, FAR_AWAY);
  }

  public byte[] rootPem() {
    return own.certificatePem();
  }

  public Issued issue(String commonName) {
    return issue(commonName, keyPair("EC", 256), FAR_AWAY);
  }

  /** A certificate that has an alternative name as well. */
  public Issued issue(String commonName, String alternative) {
    return issue(commonName, keyPair("EC", 256), FAR_AWAY, alternative);
  }

  public Issued issueExpired(String commonName) {
    return issue(commonName, keyPair("EC", 256), LONG_AGO.plusSeconds(3600));
  }

  public Issued issueRsa(String commonName) {
    return issue(commonName, keyPair("RSA", 2048), FAR_AWAY);
  }

  /** TLS of a broker with this certificate that wants certificates of this authority. */
  public SSLContext server(Issued certificate) {
    try {
      KeyStore keyStore = KeyStore.getInstance("PKCS12");
      keyStore.load(null, null);
      X509Certificate[] chain = {certificate.certificate()};
      keyStore.setKeyEntry("broker", certificate.key(), new char[0], chain);
      keyStore.setCertificateEntry("root", own.certificate());
      KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
      keyManagers.init(keyStore, new char[0]);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(keyStore);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private Issued issue(String commonName, KeyPair subject, Instant until, String... alternatives) {
    try {
      X500Name issuer = new X500Name("CN=" + name);
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(serial++),
              Date.from(LONG_AGO),
              Date.from(until),
              new X500Name("CN=" + commonName),
              subject.getPublic());
      boolean authority = subject == keys;
      builder.addExtension(
          Extension.basicConstraints, /* isCritical= */ true, new BasicConstraints(authority));
      for (String alternative : alternatives) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            /* isCritical= */ false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, alternative)));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      X509Certificate certificate =
          new JcaX509CertificateConverter().getCertificate(builder.build(signer));
      return new Issued(certificate, subject.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keyPair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] pem(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, body, what)
        .getBytes(US_ASCII);
  }
}
