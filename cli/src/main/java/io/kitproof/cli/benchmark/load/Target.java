package io.kitproof.cli.benchmark.load;

import io.kitproof.boards.RigException;
import io.kitproof.cli.terminal.UsageException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * What the load is put on.
 *
 * @param name what people call it
 * @param tls how its clients show who they are; every connection shakes hands in full
 */
public record Target(String name, InetSocketAddress address, SslContext tls) {

  /** The PEM texts of the authority and of a client's certificate and key (PKCS#1 or PKCS#8). */
  public static Target of(
      String name, InetSocketAddress address, String root, String certificate, String key) {
    try (InputStream trusted = bytes(root);
        InputStream shown = bytes(certificate);
        InputStream secret = bytes(key)) {
      SslContext tls =
          SslContextBuilder.forClient().trustManager(trusted).keyManager(shown, secret).build();
      return new Target(name, address, tls);
    } catch (IOException | IllegalArgumentException unusable) {
      // Without the cause: its text may quote the key.
      throw new UsageException(
          "Authority, certificate and key for " + name + " should be PEM files of one another.");
    }
  }

  private static InputStream bytes(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  /** What to throw when nothing at all came of the load. */
  public RigException silent(String deed) {
    return RigException.cloud(
        "The load on " + name, deed, new IOException("nothing came of it, nor a refusal"));
  }

  /** The same clients at another door. */
  public Target at(InetSocketAddress door) {
    return new Target(name, door, tls);
  }
}
