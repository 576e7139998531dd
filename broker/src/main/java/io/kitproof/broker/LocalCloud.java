package io.kitproof.broker;

import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.Misbehaviour;
import io.kitproof.broker.gateway.Rollback;
import io.kitproof.broker.traffic.Connected;
import io.kitproof.broker.traffic.TrafficListener;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A local AWS IoT: an MQTT broker that takes TLS connections with certificates it issued, tells of
 * every packet, and can be told to misbehave. Many may run at once; they share nothing.
 */
public final class LocalCloud implements AutoCloseable {

  private final CloudOptions options;
  private final CertificateAuthority authority;
  private final IssuedCertificates issued = new IssuedCertificates();
  private final DeviceGateway gateway;

  private LocalCloud(CloudOptions options, TrafficListener listener) {
    this.options = options;
    this.authority =
        options.authority().orElseGet(() -> CertificateAuthority.create("Kitproof Root CA"));
    this.gateway =
        DeviceGateway.open(
            options.socketAddress(),
            authority.server(options.region()),
            issued,
            listener,
            BrokerCore::moquette);
  }

  /**
   * Starts a cloud; it listens when this returns.
   *
   * @throws java.io.UncheckedIOException if the port cannot be had
   */
  public static LocalCloud start(CloudOptions options, TrafficListener listener) {
    return new LocalCloud(options, listener);
  }

  /** Where it takes MQTT over TLS; the same after it went down and came back. */
  public InetSocketAddress mqtt() {
    return gateway.address();
  }

  /** The name kits know it by, which its certificate is for: the one in the stock firmware. */
  public String endpoint() {
    return "data.iot." + options.region() + ".amazonaws.com";
  }

  /** The authority behind the cloud; what it issues by itself is not registered here. */
  public CertificateAuthority authority() {
    return authority;
  }

  /** The root certificate that clients must trust, as PEM text. */
  public String caPem() {
    return authority.pem();
  }

  /**
   * A new key and certificate, registered and active. AWS calls all {@link Device#AWS_COMMON_NAME}.
   */
  public Device issue(String commonName) {
    Device device = authority.issue(commonName);
    issued.add(device.principal());
    return device;
  }

  /**
   * Knows a certificate from now on, whoever issued it, and lets it in: for an authority that is
   * kept for many clouds.
   */
  public void register(String principal) {
    issued.add(principal);
  }

  /**
   * Lets no new connection with this certificate in; those that are connected stay, as on AWS for
   * some minutes.
   *
   * @throws IllegalArgumentException if this cloud does not know the certificate
   */
  public void deactivate(String principal) {
    issued.set(principal, false);
  }

  /**
   * Lets the certificate in again.
   *
   * @throws IllegalArgumentException if this cloud does not know the certificate
   */
  public void activate(String principal) {
    issued.set(principal, true);
  }

  /** The broker is lost: connections are cut without a goodbye and the port refuses new ones. */
  public void goDown() {
    gateway.goDown();
  }

  /** The broker is back, on the same port, with its persistent sessions and retained messages. */
  public void comeBack() {
    gateway.comeBack();
  }

  /** The clients that are connected now, in no order. */
  public List<Connected> connections() {
    return gateway.connections();
  }

  /**
   * Misbehaves at the CONNECT of this client id, until rolled back; of several the newest counts.
   */
  public Rollback onConnect(String clientId, Misbehaviour.AtConnect what) {
    return gateway.onConnect(clientId, what);
  }

  /**
   * Misbehaves at a PUBLISH to exactly this topic, until rolled back; of several the newest counts.
   */
  public Rollback onPublish(String topic, Misbehaviour.AtPublish what) {
    return gateway.onPublish(topic, what);
  }

  /** Misbehaves at a SUBSCRIBE with exactly this filter, until rolled back. */
  public Rollback onSubscribe(String filter, Misbehaviour.AtSubscribe what) {
    return gateway.onSubscribe(filter, what);
  }

  /** Ends everything, in milliseconds. May be called twice. */
  @Override
  public void close() {
    gateway.close();
  }
}
