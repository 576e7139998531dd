package io.kitproof.broker.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import io.moquette.broker.ISessionsRepository.SessionData;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class KeptSessionsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Table table = Store.memory().table("sessions");

  @Test
  void time_of_a_client_that_was_away_runs_on_while_the_cloud_is_down() {
    at(NOON).saveSession(session(at -> at.withExpirationComputed()));

    assertThat(at(NOON.plusSeconds(50)).list())
        .singleElement()
        .satisfies(s -> assertThat(s.clientId()).isEqualTo("kit"))
        .satisfies(s -> assertThat(s.expiryInterval()).isEqualTo(60))
        .satisfies(s -> assertThat(s.expireAt()).contains(NOON.plusSeconds(60)));
  }

  @Test
  void client_that_was_connected_when_the_cloud_died_has_its_whole_time_from_the_start() {
    at(NOON).saveSession(session(connected -> connected));

    assertThat(at(NOON.plusSeconds(50)).list())
        .singleElement()
        .satisfies(s -> assertThat(s.expireAt()).contains(NOON.plusSeconds(110)));
  }

  @Test
  void session_that_ends_with_its_connection_is_not_kept() {
    KeptSessions sessions = at(NOON);
    sessions.saveSession(session(connected -> connected));
    assertThat(sessions.has("kit")).isTrue();

    sessions.saveSession(new SessionData("kit", MqttVersion.MQTT_5, 0, clock(NOON)));

    assertThat(sessions.has("kit")).isFalse();
    assertThat(sessions.list()).isEmpty();
  }

  private KeptSessions at(Instant now) {
    return new KeptSessions(table, clock(now));
  }

  private static SessionData session(java.util.function.UnaryOperator<SessionData> state) {
    return state.apply(new SessionData("kit", MqttVersion.MQTT_5, 60, clock(NOON)));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
