package io.kitproof.broker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.kitproof.broker.Clouds;
import io.kitproof.broker.Wire;
import io.kitproof.broker.traffic.Direction;
import io.kitproof.broker.traffic.PacketType;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {

  private final Web web = new Web();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void a_message_goes_from_a_signed_websocket_to_a_certificate_and_back() throws Exception {
    Mqtt5BlockingClient signed =
        client("signed", web.wss)
            .webSocketConfig(webSocket(web.presigned(), "mqtt"))
            .sslConfig(Clouds.tls(Clouds.DEVICE, Clouds.AUTHORITY, "TLSv1.3"))
            .useMqttVersion5()
            .buildBlocking();
    Mqtt5BlockingClient device =
        client("device", web.mqtt)
            .sslConfig(Clouds.tls(Clouds.DEVICE, Clouds.AUTHORITY, "TLSv1.3"))
            .useMqttVersion5()
            .buildBlocking();
    var toDevice = device.publishes(MqttGlobalPublishFilter.ALL);
    var toSigned = signed.publishes(MqttGlobalPublishFilter.ALL);

    signed.connect();
    device.connect();
    signed.subscribeWith().topicFilter("up/+").qos(MqttQos.AT_LEAST_ONCE).send();
    device.subscribeWith().topicFilter("down/+").qos(MqttQos.AT_LEAST_ONCE).send();
    byte[] large = "x".repeat(128 * 1024).getBytes(StandardCharsets.US_ASCII);
    signed.publishWith().topic("down/1").qos(MqttQos.AT_LEAST_ONCE).payload(large).send();
    device.publishWith().topic("up/1").qos(MqttQos.AT_LEAST_ONCE).payload(large).send();

    assertThat(toDevice.receive(20, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes())
        .isEqualTo(large);
    assertThat(toSigned.receive(20, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes())
        .isEqualTo(large);
    assertThat(web.recorder.awaitPacket(Direction.FROM_CLIENT, PacketType.CONNECT).principal())
        .isEqualTo(Sender.KEY.id());
    signed.disconnect();
    device.disconnect();
    assertThat(web.recorder.awaitEnd("signed").reason())
        .isEqualTo("the client said goodbye with a DISCONNECT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqtt", "mqttv3.1"})
  void client_of_mqtt_3_is_served_under_both_names_of_the_protocol(String protocol) {
    Mqtt3BlockingClient client =
        client("old", web.wss)
            .webSocketConfig(webSocket(web.presigned(), protocol))
            .sslConfig(Clouds.tls(Clouds.DEVICE, Clouds.AUTHORITY, "TLSv1.2"))
            .useMqttVersion3()
            .buildBlocking();

    client.connect();

    assertThat(client.getState().isConnected()).isTrue();
    client.disconnect();
  }

  @Test
  void unsigned_request_for_a_websocket_is_forbidden() {
    HttpResponse<?> refusal = refusal(URI.create("wss://localhost:" + web.wss.getPort() + "/mqtt"));

    assertThat(refusal.statusCode()).isEqualTo(403);
    assertThat(refusal.headers().firstValue("x-amzn-ErrorType")).contains("ForbiddenException:");
  }

  @Test
  void signature_for_another_path_is_no_good() {
    URI elsewhere =
        new Sender(Sender.KEY, "iotdevicegateway")
            .presigned(URI.create("https://localhost:" + web.wss.getPort() + "/other"));

    HttpResponse<?> refusal =
        refusal(
            URI.create(elsewhere.toString().replace("/other", "/mqtt").replace("https", "wss")));

    assertThat(refusal.statusCode()).isEqualTo(403);
  }

  @Test
  void packets_may_be_spread_over_frames_and_share_one() throws Exception {
    Ear ear = new Ear();
    WebSocket socket = open(ear);
    byte[] connect = Wire.connect("raw");
    byte[] rest = Wire.join(Wire.packet(0xC0, new byte[0]), Wire.packet(0xC0, new byte[0]));

    socket.sendBinary(ByteBuffer.wrap(connect, 0, 3), false).join();
    socket.sendBinary(ByteBuffer.wrap(connect, 3, 4), true).join();
    socket.sendBinary(ByteBuffer.wrap(connect, 7, connect.length - 7), true).join();

    assertThat(ear.hears(4)).isEqualTo("20020000");
    socket.sendBinary(ByteBuffer.wrap(rest), true).join();
    assertThat(ear.hears(4)).isEqualTo("d000d000");
  }

  @Test
  void ping_of_the_websocket_is_answered_and_its_close_ends_the_connection() throws Exception {
    Ear ear = new Ear();
    WebSocket socket = open(ear);
    socket.sendBinary(ByteBuffer.wrap(Wire.connect("raw")), true).join();
    assertThat(ear.hears(4)).isEqualTo("20020000");

    socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
    assertThat(ear.hears(1)).isEqualTo("07");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();

    assertThat(ear.closed.get(20, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
    assertThat(web.recorder.awaitEnd("raw").reason())
        .isEqualTo("the client closed the connection without a DISCONNECT");
  }

  @Test
  void websockets_take_no_place_of_a_connection_of_http() throws Exception {
    HttpLimits d = HttpLimits.defaults();
    HttpLimits one =
        new HttpLimits(
            d.head(),
            d.body(),
            1,
            d.workers(),
            d.queue(),
            d.handshake(),
            d.headTime(),
            d.bodyTime(),
            d.idle());
    try (Web small = new Web(one)) {
      for (String id : new String[] {"first", "second"}) {
        Ear ear = new Ear();
        open(small, ear).sendBinary(ByteBuffer.wrap(Wire.connect(id)), true).join();
        assertThat(ear.hears(4)).isEqualTo("20020000");
      }
    }
  }

  @Test
  void frame_of_text_ends_the_connection() throws Exception {
    Ear ear = new Ear();
    WebSocket socket = open(ear);
    socket.sendBinary(ByteBuffer.wrap(Wire.connect("raw")), true).join();
    assertThat(ear.hears(4)).isEqualTo("20020000");

    socket.sendText("hello", true).join();

    assertThat(ear.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1003);
    assertThat(web.recorder.awaitEnd("raw").reason())
        .isEqualTo("the client closed the connection without a DISCONNECT");
  }

  @Test
  void websockets_go_down_with_the_gateway() throws Exception {
    Ear ear = new Ear();
    WebSocket socket = open(ear);
    socket.sendBinary(ByteBuffer.wrap(Wire.connect("raw")), true).join();
    assertThat(ear.hears(4)).isEqualTo("20020000");

    web.gateway.goDown();

    assertThat(web.recorder.awaitEnd("raw").reason()).isEqualTo("the cloud went down");
    assertThat(ear.closed.handle((status, lost) -> "cut").get(20, TimeUnit.SECONDS))
        .isEqualTo("cut");
  }

  private WebSocket open(Ear ear) {
    return open(web, ear);
  }

  private static WebSocket open(Web web, Ear ear) {
    URI target = URI.create(web.presigned().toString().replace("https", "wss"));
    return HttpClient.newBuilder()
        .sslContext(Site.tls(null))
        .build()
        .newWebSocketBuilder()
        .subprotocols("mqtt")
        .buildAsync(target, ear)
        .join();
  }

  private static HttpResponse<?> refusal(URI target) {
    CompletableFuture<WebSocket> opening =
        HttpClient.newBuilder()
            .sslContext(Site.tls(null))
            .build()
            .newWebSocketBuilder()
            .subprotocols("mqtt")
            .buildAsync(target, new Ear());
    CompletionException failure = catchThrowableOfType(CompletionException.class, opening::join);
    if (failure.getCause() instanceof WebSocketHandshakeException refused) {
      return refused.getResponse();
    }
    throw new AssertionError("The WebSocket was not refused.", failure);
  }

  private static MqttClientBuilder client(String id, InetSocketAddress door) {
    return MqttClient.builder().identifier(id).serverHost("localhost").serverPort(door.getPort());
  }

  private static MqttWebSocketConfig webSocket(URI presigned, String protocol) {
    return MqttWebSocketConfig.builder()
        .serverPath("mqtt")
        .queryString(presigned.getQuery())
        .subprotocol(protocol)
        .build();
  }

  /** Collects what comes in frames, pongs among it. */
  private static final class Ear implements WebSocket.Listener {

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<Byte> heard = new LinkedBlockingQueue<>();

    String hears(int bytes) throws InterruptedException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = 0; i < bytes; i++) {
        @Nullable Byte next = heard.poll(20, TimeUnit.SECONDS);
        if (next != null) {
          all.write(next);
        }
      }
      return HexFormat.of().formatHex(all.toByteArray());
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      take(data);
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
      take(data);
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }

    private void take(ByteBuffer data) {
      while (data.hasRemaining()) {
        heard.add(data.get());
      }
    }
  }
}
