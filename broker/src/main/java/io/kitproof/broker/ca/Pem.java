package io.kitproof.broker.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Keys and certificates to and from the text form that AWS IoT hands out. */
public final class Pem {

  private static final String KEY = "RSA PRIVATE KEY";
  private static final int LINE = 64;

  private Pem() {}

  /** The certificate as text, lines of 64. */
  public static String of(X509Certificate certificate) {
    try {
      return text("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate has no encoding.", e);
    }
  }

  /** PKCS#1, as AWS IoT hands keys out. */
  static String of(PrivateKey key) {
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
      return text(KEY, info.parsePrivateKey().toASN1Primitive().getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("A private key has no encoding.", e);
    }
  }

  /** The public key as text, as AWS IoT hands it out beside a private one. */
  static String of(PublicKey key) {
    return text("PUBLIC KEY", key.getEncoded());
  }

  /**
   * The first certificate in the text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a certificate in PEM form.", e);
    }
  }

  /** The bytes between the dashes, whatever the dashes say. */
  static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
  }

  static PrivateKey privateKey(String pem) {
    try {
      PrivateKeyInfo info =
          new PrivateKeyInfo(
              new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
              RSAPrivateKey.getInstance(der(pem)));
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      // Without the cause: its text may quote the key.
      throw new IllegalArgumentException("Not an RSA private key in PEM form (PKCS#1).");
    }
  }

  static KeyStore trusting(X509Certificate authority) {
    return store(store -> store.setCertificateEntry("ca", authority));
  }

  static KeyStore holding(PrivateKey key, X509Certificate certificate) {
    return store(
        store -> store.setKeyEntry("device", key, new char[0], new Certificate[] {certificate}));
  }

  private interface Filling {
    void into(KeyStore store) throws GeneralSecurityException;
  }

  private static KeyStore store(Filling filling) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      filling.into(store);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Cannot fill a key store.", e);
    }
  }

  private static String text(String kind, byte[] der) {
    String body =
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }
}
