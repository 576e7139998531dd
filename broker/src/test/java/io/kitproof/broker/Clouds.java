package io.kitproof.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.kitproof.broker.ca.CertificateAuthority;
import io.kitproof.broker.ca.Device;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Clouds and clients for tests; one authority for all, since keys are slow to make. */
public final class Clouds {

  public static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test Root");
  public static final Device DEVICE = AUTHORITY.issue(Device.AWS_COMMON_NAME);

  private Clouds() {}

  public static LocalCloud start(Recorder recorder) {
    LocalCloud cloud = LocalCloud.start(CloudOptions.defaults().withAuthority(AUTHORITY), recorder);
    cloud.register(DEVICE.principal());
    return cloud;
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
