package io.kitproof.broker;

import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A TLS socket of the JDK that sends what it is told. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket plain;
  private final SSLSocket socket;

  private RawClient(Socket plain, SSLSocket socket) {
    this.plain = plain;
    this.socket = socket;
  }

  public static RawClient open(LocalCloud cloud) {
    try {
      return open(cloud, Clouds.DEVICE, cloud.authority(), "localhost", "TLSv1.2");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static RawClient open(
      LocalCloud cloud,
      @Nullable Device device,
      CertificateAuthority trusted,
      String serverName,
      String protocol,
      String... ciphers)
      throws IOException {
    return open(
        cloud.mqtt().getPort(), device, trusted, serverName, protocol, List.of(ciphers), List.of());
  }

  /** A client of a gateway that has no cloud around it. */
  public static RawClient open(InetSocketAddress door, String... alpn) {
    try {
      return open(
          door.getPort(),
          Clouds.DEVICE,
          Clouds.AUTHORITY,
          "localhost",
          "TLSv1.2",
          List.of(),
          List.of(alpn));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RawClient open(
      int port,
      @Nullable Device device,
      CertificateAuthority trusted,
      String serverName,
      String protocol,
      List<String> ciphers,
      List<String> alpn)
      throws IOException {
    Socket plain = new Socket();
    plain.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
    plain.setSoTimeout(PATIENCE_MILLIS);
    SSLSocket socket =
        (SSLSocket)
            context(device, trusted)
                .getSocketFactory()
                .createSocket(plain, serverName, plain.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!ciphers.isEmpty()) {
      parameters.setCipherSuites(ciphers.toArray(new String[0]));
    }
    parameters.setApplicationProtocols(alpn.toArray(new String[0]));
    if (serverName.contains("amazonaws")) {
      parameters.setServerNames(List.of(new SNIHostName(serverName)));
    }
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
    } catch (IOException e) {
      plain.close();
      throw e;
    }
    return new RawClient(plain, socket);
  }

  private static SSLContext context(@Nullable Device device, CertificateAuthority trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys =
          device == null ? new KeyManager[0] : Clouds.keys(device.keyStore()).getKeyManagers();
      context.init(keys, Clouds.trust(trusted.trustStore()).getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public RawClient send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends beneath TLS. */
  public RawClient sendBare(byte[] bytes) {
    try {
      plain.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The next packet as hex digits, or "closed". */
  public String receive() {
    try {
      InputStream in = socket.getInputStream();
      int first = in.read();
      if (first < 0) {
        return "closed";
      }
      int length = 0;
      int shift = 0;
      int digit;
      StringBuilder head = new StringBuilder();
      do {
        digit = in.read();
        head.append(HexFormat.of().toHexDigits((byte) digit));
        length |= (digit & 0x7F) << shift;
        shift += 7;
      } while ((digit & 0x80) != 0);
      return HexFormat.of().toHexDigits((byte) first)
          + head
          + HexFormat.of().formatHex(in.readNBytes(length));
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("nothing came within 20 s", e);
    } catch (IOException e) {
      return "closed";
    }
  }

  /** What one TLS record holds, as hex digits. */
  public String receiveRecord() {
    try {
      byte[] record = new byte[16 * 1024];
      int length = socket.getInputStream().read(record);
      return HexFormat.of().formatHex(record, 0, length);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What the server chose of the protocols offered by ALPN, empty if none. */
  public String protocol() {
    return socket.getApplicationProtocol();
  }

  public String cipher() {
    return socket.getSession().getCipherSuite();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
