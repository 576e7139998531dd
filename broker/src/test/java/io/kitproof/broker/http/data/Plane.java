package io.kitproof.broker.http.data;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.OpenHouse;
import io.kitproof.broker.http.HttpDoors;
import io.kitproof.broker.http.HttpLimits;
import io.kitproof.broker.http.Routes;
import io.kitproof.broker.http.WebService;
import io.kitproof.broker.http.sign.AccessKey;
import io.kitproof.broker.http.sign.Signatures;
import io.kitproof.broker.shadow.Shadows;
import io.kitproof.broker.store.Store;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** A gateway, shadows and the data plane, with nothing but an endpoint override for the SDK. */
final class Plane implements AutoCloseable {

  private static final AccessKey KEY = new AccessKey("AKIDTEST000000000000", "a secret of tests");
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** What the policies of devices were asked, and what they say. */
  final Queue<String> asked = new ConcurrentLinkedQueue<>();

  volatile boolean allowed = true;
  final Recorder recorder = new Recorder();
  final Store store = Store.memory();
  final DeviceGateway gateway =
      DeviceGateway.build(
          Clouds.AUTHORITY.server("us-east-1"),
          new OpenHouse(),
          recorder,
          store,
          BrokerCore::moquette);
  final InetSocketAddress mqtt;
  final HttpDoors doors;
  final IotDataPlaneClient sdk;

  Plane() {
    Shadows shadows = Shadows.open(store, gateway, Clock.systemUTC());
    gateway.serve(shadows);
    Authority authority =
        (principal, action, resource) -> {
          asked.add(action + " " + resource);
          return allowed && principal.equals(Clouds.DEVICE.principal());
        };
    Signatures signatures =
        new Signatures(List.of(KEY), "us-east-1", List.of("iotdata"), Clock.systemUTC());
    Routes routes =
        DataPlane.routes(shadows, gateway, store, authority, "arn:aws:iot:us-east-1:1234:");
    doors =
        HttpDoors.open(
            ANY,
            ANY,
            Clouds.AUTHORITY.server("us-east-1"),
            WebService.data(routes, signatures, Clouds.DEVICE.principal()::equals),
            WebService.control(new Routes(), signatures),
            HttpLimits.defaults());
    gateway.serveHttp(doors.behind(gateway));
    mqtt = gateway.openMqtt(ANY);
    sdk =
        IotDataPlaneClient.builder()
            .endpointOverride(https(""))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(KEY.id(), KEY.secret())))
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .tlsTrustManagersProvider(
                        () -> Clouds.trust(Clouds.AUTHORITY.trustStore()).getTrustManagers())
                    .build())
            .build();
  }

  URI https(String target) {
    return URI.create("https://localhost:" + doors.https().getPort() + target);
  }

  /** Sends a request with the certificate of the device. */
  HttpResponse<String> device(String method, String target, String body, String... headers)
      throws Exception {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(
        Clouds.keys(Clouds.DEVICE.keyStore()).getKeyManagers(),
        Clouds.trust(Clouds.AUTHORITY.trustStore()).getTrustManagers(),
        new SecureRandom());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(https(target))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newBuilder()
        .sslContext(tls)
        .build()
        .send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    sdk.close();
    gateway.close();
    doors.close();
    store.close();
  }
}
