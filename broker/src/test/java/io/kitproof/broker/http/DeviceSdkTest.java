package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.PacketType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.crt.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder.WebsocketSigv4Config;

/** The AWS IoT device SDK, unmodified, over everything it can connect with. */
class DeviceSdkTest {

  private final Web web = new Web();

  @AfterEach
  void close() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate", "signature"})
  void sdk_connects_subscribes_and_hears_itself(String with) throws Exception {
    Ear ear = new Ear();
    boolean signed = with.equals("signature");
    try (AwsIotMqtt5ClientBuilder builder = signed ? webSocket() : certificate();
        Mqtt5Client client = built(builder, ear)) {
      client.start();
      ear.connected.get(20, TimeUnit.SECONDS);

      client
          .subscribe(SubscribePacket.of("sdk/" + with, QOS.AT_LEAST_ONCE))
          .get(20, TimeUnit.SECONDS);
      var published =
          client.publish(
              PublishPacket.of(
                  "sdk/" + with, QOS.AT_LEAST_ONCE, "hello".getBytes(StandardCharsets.UTF_8)));

      assertThat(published.get(20, TimeUnit.SECONDS).getResultPubAck().getReasonCode().getValue())
          .isZero();
      assertThat(ear.heard.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
      assertThat(web.recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.CONNECT).principal())
          .isEqualTo(signed ? Sender.KEY.id() : Clouds.DEVICE.principal());
      client.stop();
      ear.stopped.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void sdk_with_another_key_is_refused() throws Exception {
    Ear ear = new Ear();
    try (AwsIotMqtt5ClientBuilder builder = webSocket("another secret");
        Mqtt5Client client = built(builder, ear)) {
      client.start();

      assertThat(ear.failed.get(20, TimeUnit.SECONDS))
          .isEqualTo("AWS_ERROR_HTTP_WEBSOCKET_UPGRADE_FAILURE");
      client.stop();
      ear.stopped.get(20, TimeUnit.SECONDS);
    }
  }

  private AwsIotMqtt5ClientBuilder certificate() {
    return AwsIotMqtt5ClientBuilder.newDirectMqttBuilderWithMtlsFromMemory(
            "localhost", Clouds.DEVICE.certificatePem(), Clouds.DEVICE.privateKeyPem())
        .withPort((long) web.mqtt.getPort());
  }

  private AwsIotMqtt5ClientBuilder webSocket() {
    return webSocket(Sender.KEY.secret());
  }

  private AwsIotMqtt5ClientBuilder webSocket(String secret) {
    WebsocketSigv4Config config = new WebsocketSigv4Config();
    config.region = "us-east-1";
    try (StaticCredentialsProvider keys =
        new StaticCredentialsProvider.StaticCredentialsProviderBuilder()
            .withAccessKeyId(Sender.KEY.id().getBytes(StandardCharsets.UTF_8))
            .withSecretAccessKey(secret.getBytes(StandardCharsets.UTF_8))
            .build()) {
      config.credentialsProvider = keys;
      return AwsIotMqtt5ClientBuilder.newWebsocketMqttBuilderWithSigv4Auth("localhost", config)
          .withPort((long) web.wss.getPort());
    }
  }

  private static Mqtt5Client built(AwsIotMqtt5ClientBuilder builder, Ear ear) {
    return builder
        .withCertificateAuthority(Clouds.AUTHORITY.pem())
        .withClientId("sdk")
        .withLifeCycleEvents(ear)
        .withPublishEvents(
            (client, message) ->
                ear.heard.complete(
                    new String(message.getPublishPacket().getPayload(), StandardCharsets.UTF_8)))
        .build();
  }

  private static final class Ear implements Mqtt5ClientOptions.LifecycleEvents {

    final CompletableFuture<Boolean> connected = new CompletableFuture<>();
    final CompletableFuture<String> failed = new CompletableFuture<>();
    final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    final CompletableFuture<String> heard = new CompletableFuture<>();

    @Override
    public void onAttemptingConnect(Mqtt5Client client, OnAttemptingConnectReturn event) {}

    @Override
    public void onConnectionSuccess(Mqtt5Client client, OnConnectionSuccessReturn event) {
      connected.complete(true);
    }

    @Override
    public void onConnectionFailure(Mqtt5Client client, OnConnectionFailureReturn event) {
      String why = software.amazon.awssdk.crt.CRT.awsErrorName(event.getErrorCode());
      failed.complete(why);
      connected.completeExceptionally(new AssertionError(why));
    }

    @Override
    public void onDisconnection(Mqtt5Client client, OnDisconnectionReturn event) {}

    @Override
    public void onStopped(Mqtt5Client client, OnStoppedReturn event) {
      stopped.complete(true);
    }
  }
}
