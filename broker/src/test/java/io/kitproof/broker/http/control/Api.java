package io.kitproof.broker.http.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.http.HttpDoors;
import io.kitproof.broker.http.HttpLimits;
import io.kitproof.broker.http.Routes;
import io.kitproof.broker.http.WebService;
import io.kitproof.broker.http.sign.AccessKey;
import io.kitproof.broker.http.sign.Signatures;
import io.kitproof.broker.registry.Account;
import io.kitproof.broker.registry.Registry;
import io.kitproof.broker.store.Store;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.IotException;

/** A control plane behind its door, and AWS's own client that speaks to it. */
final class Api implements AutoCloseable {

  static final String ALLOW_ALL =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\","
          + "\"Resource\":\"*\"}]}";

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final String REGION = "us-east-1";

  final Registry registry =
      Registry.open(Store.memory(), new Account(REGION, "123456789012"), Clouds.AUTHORITY);

  private final HttpDoors doors = doors();
  private final URI url = URI.create("http://localhost:" + doors.api().getPort());

  final IotClient iot = client(UrlConnectionHttpClient.create());

  /** The same for the operations that are a PATCH. */
  final IotClient patching = client(new JdkHttp());

  private IotClient client(SdkHttpClient http) {
    return IotClient.builder()
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    AccessKey.DEVELOPMENT.id(), AccessKey.DEVELOPMENT.secret())))
        .endpointOverride(url)
        .httpClient(http)
        .build();
  }

  private HttpDoors doors() {
    Routes routes =
        Control.addTo(
            new Routes(), registry, () -> Endpoints.at("abc-ats.iot.us-east-1.amazonaws.com"));
    Signatures signatures =
        new Signatures(List.of(AccessKey.DEVELOPMENT), REGION, List.of("iot"), Clock.systemUTC());
    return HttpDoors.open(
        ANY,
        ANY,
        Clouds.AUTHORITY.server(REGION),
        WebService.data(new Routes(), signatures, principal -> false),
        WebService.control(routes, signatures),
        HttpLimits.defaults());
  }

  /** Asserts that AWS's client makes this of an answer, its type, its status and its words. */
  static void assertRefused(
      ThrowingCallable call, Class<? extends IotException> type, int status, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            type,
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(refusal.statusCode()).isEqualTo(status);
            });
  }

  @Override
  public void close() {
    iot.close();
    patching.close();
    doors.close();
  }
}
