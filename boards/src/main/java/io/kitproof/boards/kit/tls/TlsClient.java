package io.kitproof.boards.kit.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** What the credentials built into a kit make of a TCP connection. */
public final class TlsClient {
  private static final String[] VERSIONS = {"TLSv1.2"};

  /** What BESL 4.1 offers, as far as this JVM still has it (kits.md 1.6). */
  private static final List<String> SUITES =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
          "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_DHE_RSA_WITH_AES_256_CBC_SHA",
          "TLS_RSA_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_256_CBC_SHA");

  private final SSLContext context;

  private TlsClient(SSLContext context) {
    this.context = context;
  }

  /**
   * A client of these files (PEM). A client certificate and key that cannot be read are left out,
   * so that a broker that wants one refuses; a root that cannot be read trusts nobody.
   *
   * @param peerCn the broker's common name, such as {@code *.iot.us-east-1.amazonaws.com}
   */
  public static TlsClient of(byte[] clientCer, byte[] privkeyCer, byte[] rootcaCer, String peerCn) {
    List<X509Certificate> chain = Pem.certificates(clientCer);
    Optional<PrivateKey> key = Pem.privateKey(privkeyCer);
    KeyManager[] own =
        key.filter(k -> !chain.isEmpty())
            .map(k -> new KeyManager[] {new OwnCertificate(chain, k)})
            .orElseGet(() -> new KeyManager[0]);
    TrustManager[] peer = {new PeerCheck(Pem.certificates(rootcaCer), peerCn)};
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, peer, null);
      return new TlsClient(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no TLS.", e);
    }
  }

  /**
   * Shakes hands over a connection; the socket's read timeout limits each step. No server name is
   * sent. Closing what is given closes the socket; when this fails, the caller closes it.
   *
   * @throws IOException if either side refuses the other
   */
  public SSLSocket handshake(Socket connected) throws IOException {
    String address = connected.getInetAddress().getHostAddress();
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connected, address, connected.getPort(), /* autoClose= */ true);
    tls.setEnabledProtocols(VERSIONS);
    Set<String> here = Set.of(tls.getSupportedCipherSuites());
    tls.setEnabledCipherSuites(SUITES.stream().filter(here::contains).toArray(String[]::new));
    tls.startHandshake();
    return tls;
  }
}
