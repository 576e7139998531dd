package io.kitproof.boards.kit.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the credential files hold, when they hold it. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private Pem() {}

  /** The certificates of a file in their order; none when it holds none that can be read. */
  static List<X509Certificate> certificates(byte[] file) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      CertificateFactory x509 = CertificateFactory.getInstance("X.509");
      for (Matcher m = blocks(file); m.find(); ) {
        if (m.group(1).equals("CERTIFICATE")) {
          found.add(
              (X509Certificate)
                  x509.generateCertificate(new ByteArrayInputStream(bytes(m.group(2)))));
        }
      }
    } catch (CertificateException | IllegalArgumentException e) {
      return List.of();
    }
    return found;
  }

  /** The first private key of a file, RSA or EC; nothing when it holds none that can be read. */
  static Optional<PrivateKey> privateKey(byte[] file) {
    for (Matcher m = blocks(file); m.find(); ) {
      try {
        byte[] der = bytes(m.group(2));
        if (m.group(1).equals("RSA PRIVATE KEY")) {
          return Optional.of(key("RSA", Der.rsaToPkcs8(der)));
        }
        if (m.group(1).equals("PRIVATE KEY")) {
          return Optional.of(anyKey(der));
        }
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static PrivateKey anyKey(byte[] pkcs8) throws GeneralSecurityException {
    try {
      return key("RSA", pkcs8);
    } catch (GeneralSecurityException e) {
      return key("EC", pkcs8);
    }
  }

  private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static Matcher blocks(byte[] file) {
    return BLOCK.matcher(new String(file, ISO_8859_1));
  }

  private static byte[] bytes(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }
}
