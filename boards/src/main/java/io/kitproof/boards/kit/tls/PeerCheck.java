package io.kitproof.boards.kit.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How the firmware looks at the broker's certificate (kits.md 1.6): the signatures must lead to the
 * built-in root, the common name must be the expected one. Alternative names are not read, dates
 * not checked: the chip believes it is 1970.
 */
final class PeerCheck extends X509ExtendedTrustManager {
  private final List<X509Certificate> roots;
  private final String peerCn;

  PeerCheck(List<X509Certificate> roots, String peerCn) {
    this.roots = List.copyOf(roots);
    this.peerCn = peerCn;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0) {
      throw new CertificateException("the broker sent no certificate");
    }
    String cn = commonName(chain[0]);
    if (!nameFits(cn)) {
      throw new CertificateException(
          "the broker's common name is \"%s\", expected \"%s\"".formatted(cn, peerCn));
    }
    for (int i = 0; i < chain.length; i++) {
      if (endsAtRoot(chain[i])) {
        return;
      }
      if (i + 1 < chain.length && !signed(chain[i], chain[i + 1])) {
        break;
      }
    }
    throw new CertificateException("the broker's certificate does not lead to the root built in");
  }

  private boolean endsAtRoot(X509Certificate certificate) {
    return roots.stream().anyMatch(root -> certificate.equals(root) || signed(certificate, root));
  }

  private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Equal, or the certificate's leading {@code *} stands for the first label expected. */
  private boolean nameFits(String cn) {
    int dot = peerCn.indexOf('.');
    return cn.equals(peerCn)
        || (dot >= 0 && cn.startsWith("*.") && cn.substring(1).equals(peerCn.substring(dot)));
  }

  private static String commonName(X509Certificate certificate) throws CertificateException {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(Object::toString)
              .findFirst()
              .orElse("");
    } catch (InvalidNameException e) {
      throw new CertificateException("the broker's subject cannot be read", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a kit is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
