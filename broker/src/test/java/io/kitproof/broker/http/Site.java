package io.kitproof.broker.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.Clouds;
import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import io.kitproof.broker.ca.Device;
import io.kitproof.broker.http.sign.AccessKey;
import io.kitproof.broker.http.sign.Signatures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Doors with operations of the tests behind them, and clients for them. */
final class Site implements AutoCloseable {

  static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  static final Sender CONTROL = new Sender(Sender.KEY, "iot");
  static final Sender DATA = new Sender(Sender.KEY, "iotdata");

  final Routes routes = new Routes();
  final HttpDoors doors;

  Site() {
    this(HttpLimits.defaults());
  }

  Site(HttpLimits limits) {
    this(limits, Clouds.AUTHORITY.server("us-east-1"));
  }

  Site(HttpLimits limits, CompletableFuture<ServerIdentity> identity) {
    this(limits, identity, ANY);
  }

  Site(HttpLimits limits, CompletableFuture<ServerIdentity> identity, InetSocketAddress api) {
    List<AccessKey> keys = List.of(Sender.KEY, AccessKey.DEVELOPMENT);
    Signatures control = new Signatures(keys, "us-east-1", List.of("iot"), Clock.systemUTC());
    Signatures data =
        new Signatures(
            keys, "us-east-1", List.of("iotdata", "iotdevicegateway"), Clock.systemUTC());
    doors =
        HttpDoors.open(
            ANY,
            api,
            identity,
            WebService.data(routes, data, Set.of(Clouds.DEVICE.principal())::contains),
            WebService.control(routes, control),
            limits);
  }

  @CanIgnoreReturnValue
  Site with(String method, String template, Operation operation) {
    routes.add(method, template, operation);
    return this;
  }

  URI api(String target) {
    return URI.create("http://localhost:" + doors.api().getPort() + target);
  }

  URI https(String target) {
    return URI.create("https://localhost:" + doors.https().getPort() + target);
  }

  /** Sends a request that is signed for the plane behind the port. */
  HttpResponse<String> signed(String method, URI target, String body) throws Exception {
    Sender sender = target.getPort() == doors.api().getPort() ? CONTROL : DATA;
    return send(null, method, target, body, sender.headers(method, target, body));
  }

  HttpResponse<String> unsigned(@Nullable Device device, String method, URI target)
      throws Exception {
    return send(device, method, target, "", Map.of());
  }

  private static HttpResponse<String> send(
      @Nullable Device device,
      String method,
      URI target,
      String body,
      Map<String, List<String>> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(
        (name, values) -> {
          if (!name.equalsIgnoreCase("host")) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return HttpClient.newBuilder()
        .sslContext(tls(device))
        .build()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Trusts the server; shows the device's certificate if there is one. */
  static SSLContext tls(@Nullable Device device) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          device == null ? null : Clouds.keys(device.keyStore()).getKeyManagers(),
          Clouds.trust(Clouds.AUTHORITY.trustStore()).getTrustManagers(),
          new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    doors.close();
  }
}
