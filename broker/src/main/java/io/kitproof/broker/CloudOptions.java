package io.kitproof.broker;

import io.kitproof.broker.ca.CertificateAuthority;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How a cloud is to be started.
 *
 * @param address where to listen; the loopback address unless told otherwise
 * @param port 0 takes any free one
 * @param region part of the names on the server's certificate, such as {@code us-east-1}
 * @param authority the one to use; without it the cloud makes one of its own, whose keys take some
 *     tenths of a second in the background
 */
public record CloudOptions(
    InetAddress address, int port, String region, Optional<CertificateAuthority> authority) {

  /** Loopback, any port, the region of the course, an authority of its own. */
  public static CloudOptions defaults() {
    return new CloudOptions(InetAddress.getLoopbackAddress(), 0, "us-east-1", Optional.empty());
  }

  public CloudOptions withAddress(InetAddress where) {
    return new CloudOptions(where, port, region, authority);
  }

  public CloudOptions withPort(int which) {
    return new CloudOptions(address, which, region, authority);
  }

  public CloudOptions withRegion(String name) {
    return new CloudOptions(address, port, name, authority);
  }

  /** Keeps one authority for many clouds, which then start in milliseconds. */
  public CloudOptions withAuthority(CertificateAuthority kept) {
    return new CloudOptions(address, port, region, Optional.of(kept));
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(address, port);
  }
}
