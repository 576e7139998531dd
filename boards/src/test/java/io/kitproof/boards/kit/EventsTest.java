package io.kitproof.boards.kit;

import static io.kitproof.boards.kit.mqtt.MqttEvent.DISCONNECTED;
import static io.kitproof.boards.kit.mqtt.MqttEvent.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Life life = new Life("events", FirmwareClock.scaled(100));
  private final Events events = new Events(life);

  @AfterEach
  void end() {
    life.end();
  }

  @Test
  void the_event_awaited_is_an_answer() {
    life.spawn("other", () -> events.add(PUBLISHED));

    assertThat(events.await(PUBLISHED, Duration.ofMinutes(15))).isTrue();
  }

  @Test
  void another_event_is_a_failure_at_once() {
    life.spawn("other", () -> events.add(DISCONNECTED));

    assertThat(events.await(PUBLISHED, Duration.ofMinutes(15))).isFalse();
  }

  @Test
  void no_event_is_a_failure_in_the_end() {
    assertThat(events.await(PUBLISHED, TIMEOUT)).isFalse();
  }

  @Test
  void an_old_event_answers_the_next_question() {
    events.add(DISCONNECTED);

    assertThat(events.await(PUBLISHED, Duration.ofMinutes(15))).isFalse();
    assertThat(events.await(PUBLISHED, TIMEOUT)).isFalse();
  }

  @Test
  void of_two_old_events_the_last_one_is_read_twice() {
    events.add(DISCONNECTED);
    events.add(PUBLISHED);

    assertThat(events.await(PUBLISHED, Duration.ofMinutes(15))).isTrue();
    assertThat(events.await(PUBLISHED, Duration.ofMinutes(15))).isTrue();
    assertThat(events.await(PUBLISHED, TIMEOUT)).isFalse();
  }
}
