package io.kitproof.broker;

import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.CredentialFolder;
import io.kitproof.broker.http.sign.AccessKey;
import io.kitproof.broker.store.Store;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How a cloud is to be started.
 *
 * @param address where to listen; the loopback address unless told otherwise
 * @param region part of the names on the server's certificate and of all ARNs
 * @param authority the one to use; without it the cloud makes one of its own, whose keys take some
 *     tenths of a second in the background, or takes the one in its data
 * @param data where everything is kept; without it everything is forgotten at the end
 * @param clock what it stamps shadows with and judges certificates by; no interval is measured by
 *     it
 */
public record CloudOptions(
    InetAddress address,
    Ports ports,
    String region,
    Optional<CertificateAuthority> authority,
    Optional<Path> data,
    Clock clock) {

  /**
   * Where each endpoint listens; 0 takes any free port.
   *
   * @param mqtt MQTT with client certificates, 8883 on AWS
   * @param https the data plane, 8443 on AWS
   * @param wss MQTT over WebSocket, and what asks by ALPN, 443 on AWS
   * @param api the control plane
   */
  public record Ports(int mqtt, int https, int wss, int api) {

    /** Any. */
    public static final Ports ANY = new Ports(0, 0, 0, 0);
  }

  /** Loopback, any ports, the region of the course, an authority of its own, nothing kept. */
  public static CloudOptions defaults() {
    return new CloudOptions(
        InetAddress.getLoopbackAddress(),
        Ports.ANY,
        "us-east-1",
        Optional.empty(),
        Optional.empty(),
        Clock.systemUTC());
  }

  public CloudOptions withAddress(InetAddress where) {
    return new CloudOptions(where, ports, region, authority, data, clock);
  }

  public CloudOptions withPorts(Ports which) {
    return new CloudOptions(address, which, region, authority, data, clock);
  }

  public CloudOptions withRegion(String name) {
    return new CloudOptions(address, ports, name, authority, data, clock);
  }

  /** Keeps one authority for many clouds, which then start in milliseconds. */
  public CloudOptions withAuthority(CertificateAuthority kept) {
    return new CloudOptions(address, ports, region, Optional.of(kept), data, clock);
  }

  /** Keeps everything in this folder, which one cloud at a time may use. */
  public CloudOptions withData(Optional<Path> folder) {
    return new CloudOptions(address, ports, region, authority, folder, clock);
  }

  public CloudOptions withClock(Clock wall) {
    return new CloudOptions(address, ports, region, authority, data, wall);
  }

  InetSocketAddress at(int port) {
    return new InetSocketAddress(address, port);
  }

  Store openStore() {
    return data.map(Store::at).orElseGet(Store::memory);
  }

  CertificateAuthority makeAuthority() {
    return authority
        .or(() -> data.map(folder -> CredentialFolder.at(folder).authority()))
        .orElseGet(() -> CertificateAuthority.create("Kitproof Root CA"));
  }

  /** Everybody knows the development key, so it is for loopback only. */
  AccessKey makeKey() {
    return address.isLoopbackAddress() ? AccessKey.DEVELOPMENT : AccessKey.random();
  }
}
