package io.kitproof.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.Principals;
import io.kitproof.broker.registry.Certificate;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.store.Store;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Clouds and clients for tests; one authority for all, since keys are slow to make. */
public final class Clouds {

  public static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test Root");
  public static final Device DEVICE = AUTHORITY.issue(Device.AWS_COMMON_NAME);

  private static final String POLICY = "everything";
  private static final String EVERYTHING =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}}";

  private Clouds() {}

  public static LocalCloud start(Recorder recorder) {
    LocalCloud cloud = LocalCloud.start(CloudOptions.defaults().withAuthority(AUTHORITY), recorder);
    admit(cloud, DEVICE);
    return cloud;
  }

  /** Registers the device's certificate with this cloud, active, with the course's policy. */
  public static void admit(LocalCloud cloud, Device device) {
    Registry registry = cloud.registry();
    registry
        .certificates()
        .registerWithoutAuthority(device.certificatePem(), Certificate.Status.ACTIVE);
    registry.policies().create(POLICY, EVERYTHING, Map.of());
    registry.attachments().attach(POLICY, registry.certificates().arn(device.principal()));
  }

  /** A gateway with a core and no door, for tests of what a whole cloud would hide. */
  public static DeviceGateway gateway(Principals principals, Recorder recorder) {
    return DeviceGateway.build(
        AUTHORITY.server("us-east-1"), principals, recorder, Store.memory(), BrokerCore::moquette);
  }

  /** Loopback, any port. */
  public static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public static MqttClientBuilder client(LocalCloud cloud, Device device, String clientId) {
    return MqttClient.builder()
        .identifier(clientId)
        .serverHost("localhost")
        .serverPort(cloud.mqtt().getPort())
        .sslConfig(tls(device, cloud.authority(), "TLSv1.2"));
  }

  public static MqttClientBuilder client(LocalCloud cloud, String clientId) {
    return client(cloud, DEVICE, clientId);
  }

  public static MqttClientSslConfig tls(
      Device device, CertificateAuthority trusted, String protocol) {
    return MqttClientSslConfig.builder()
        .keyManagerFactory(keys(device.keyStore()))
        .trustManagerFactory(trust(trusted.trustStore()))
        .protocols(List.of(protocol))
        .build();
  }

  public static KeyManagerFactory keys(KeyStore store) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, new char[0]);
      return keys;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static TrustManagerFactory trust(KeyStore store) {
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      return trust;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
