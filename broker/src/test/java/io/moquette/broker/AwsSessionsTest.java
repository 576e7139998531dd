package io.moquette.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.core.AwsSubscriptions;
import io.kitproof.broker.core.Kept;
import io.kitproof.broker.store.Store;
import io.moquette.broker.security.PermitAllAuthorizatorPolicy;
import io.moquette.interception.BrokerInterceptor;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AwsSessionsTest {

  private final Kept kept = new Kept(Store.memory(), Clock.systemUTC());
  private final AwsSubscriptions subscriptions = new AwsSubscriptions();
  private final SturdyLoops loops =
      new SturdyLoops(new BrokerInterceptor(List.of()), (client, failure) -> {});
  private final AwsSessions sessions = sessions();

  private AwsSessions sessions() {
    subscriptions.init(kept.subscriptions());
    return new AwsSessions(
        subscriptions,
        kept,
        new Authorizator(new PermitAllAuthorizatorPolicy()),
        Clock.systemUTC(),
        60,
        loops);
  }

  @AfterEach
  void close() throws Exception {
    sessions.close();
    loops.terminate();
  }

  @Test
  void session_ends_with_a_connection_that_was_lost_before_its_connack_also_if_told_twice() {
    Session session =
        sessions.createOrReopenSession(
                MqttMessageBuilders.connect()
                    .protocolVersion(MqttVersion.MQTT_5)
                    .clientId("kit")
                    .cleanSession(true)
                    .build(),
                "kit",
                null)
            .session;

    sessions.connectionClosed(session);
    sessions.connectionClosed(session);

    assertThat(sessions.retrieve("kit")).isNull();
  }
}
