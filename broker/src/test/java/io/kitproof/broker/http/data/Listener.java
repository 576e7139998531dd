package io.kitproof.broker.http.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.kitproof.broker.Clouds;
import java.util.concurrent.TimeUnit;

/** A client of MQTT 5 that has subscribed. */
final class Listener implements AutoCloseable {

  private final Mqtt5BlockingClient client;
  private final Mqtt5BlockingClient.Mqtt5Publishes publishes;

  Listener(Plane plane, String clientId, String... filters) {
    client =
        MqttClient.builder()
            .identifier(clientId)
            .serverHost("localhost")
            .serverPort(plane.mqtt.getPort())
            .sslConfig(Clouds.tls(Clouds.DEVICE, Clouds.AUTHORITY, "TLSv1.3"))
            .useMqttVersion5()
            .buildBlocking();
    publishes = client.publishes(MqttGlobalPublishFilter.ALL);
    client.connect();
    for (String filter : filters) {
      client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    }
  }

  Mqtt5Publish hears() throws InterruptedException {
    return publishes.receive(20, TimeUnit.SECONDS).orElseThrow();
  }

  @Override
  public void close() {
    publishes.close();
    try {
      client.disconnect();
    } catch (MqttClientStateException gone) {
      assertThat(client.getState().isConnected()).isFalse();
    }
  }
}
