package io.kitproof.broker.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import io.moquette.broker.SessionMessageQueue;
import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import io.moquette.broker.SessionRegistry.PublishedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeptQueueTest {

  private final Table table = Store.memory().table("queues");
  private KeptQueues queues = new KeptQueues(table, client -> true);

  @Test
  void messages_are_sent_in_order_and_stay_in_the_table_until_they_are_acknowledged() {
    SessionMessageQueue<EnqueuedMessage> queue = queues.getOrCreateQueue("kit");
    queue.enqueue(message("1"));
    queue.enqueue(message("2"));
    KeptWindow window = window();

    window.put(1, queue.dequeue());
    assertThat(table.size()).isEqualTo(2);
    window.remove(1);

    assertThat(table.size()).isEqualTo(1);
    assertThat(queue.isEmpty()).isFalse();
    assertThat(text(queue.dequeue())).isEqualTo("2");
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.dequeue()).isNull();
  }

  @Test
  void message_that_is_sent_at_once_is_kept_too_and_comes_first_after_a_restart() {
    SessionMessageQueue<EnqueuedMessage> queue = queues.getOrCreateQueue("kit");
    KeptWindow window = window();
    window.put(1, message("1"));
    window.put(2, message("2"));
    window.put(3, message("3"));
    window.remove(2);
    queue.enqueue(message("4"));

    queues = new KeptQueues(table, client -> true);

    assertThat(drained(queues.getOrCreateQueue("kit"))).containsExactly("1", "3", "4");
  }

  @Test
  void message_that_takes_the_packet_id_of_another_one_takes_its_place() {
    KeptWindow window = window();
    window.put(1, message("1"));
    window.put(1, message("2"));

    queues = new KeptQueues(table, client -> true);

    assertThat(drained(queues.getOrCreateQueue("kit"))).containsExactly("2");
  }

  @Test
  void message_that_has_expired_is_passed_over() {
    SessionMessageQueue<EnqueuedMessage> queue = queues.getOrCreateQueue("kit");
    queue.enqueue(message("late", Instant.now().minusSeconds(1)));
    queue.enqueue(message("in time", Instant.now().plusSeconds(600)));

    assertThat(drained(queue)).containsExactly("in time");
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void queue_whose_session_ends_is_deleted_but_not_when_the_core_ends() {
    queues.getOrCreateQueue("kit").enqueue(message("1"));
    SessionMessageQueue<EnqueuedMessage> other = queues.getOrCreateQueue("other");
    other.enqueue(message("2"));

    other.closeAndPurge();
    queues.close();
    queues.getOrCreateQueue("third");

    assertThat(table.after("").iterator().next().getKey()).startsWith("kit\0");
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void end_of_a_session_does_not_touch_the_queue_of_the_next_one() {
    SessionMessageQueue<EnqueuedMessage> old = queues.getOrCreateQueue("kit");
    old.enqueue(message("old"));
    SessionMessageQueue<EnqueuedMessage> next = queues.getOrCreateQueue("kit");
    next.enqueue(message("new"));

    old.closeAndPurge();

    assertThat(drained(next)).containsExactly("new");
  }

  @Test
  void messages_of_clients_without_a_session_are_deleted_at_the_start() {
    queues.getOrCreateQueue("kit").enqueue(message("1"));
    queues.getOrCreateQueue("gone").enqueue(message("2"));

    queues = new KeptQueues(table, "kit"::equals);

    assertThat(table.size()).isEqualTo(1);
    assertThat(drained(queues.getOrCreateQueue("kit"))).containsExactly("1");
  }

  @Test
  void payload_is_let_go_when_it_is_in_the_table() {
    ByteBuf payload = Unpooled.copiedBuffer("1", UTF_8);

    queues
        .getOrCreateQueue("kit")
        .enqueue(
            new PublishedMessage(
                new Topic("a"), MqttQoS.AT_LEAST_ONCE, payload, false, Instant.MAX));

    assertThat(payload.refCnt()).isZero();
  }

  private KeptWindow window() {
    KeptQueue queue = queues.of("kit");
    return new KeptWindow(queue == null ? (KeptQueue) queues.getOrCreateQueue("kit") : queue);
  }

  private static PublishedMessage message(String text) {
    return message(text, Instant.MAX);
  }

  private static PublishedMessage message(String text, Instant expiry) {
    return new PublishedMessage(
        new Topic("a"), MqttQoS.AT_LEAST_ONCE, Unpooled.copiedBuffer(text, UTF_8), false, expiry);
  }

  private static List<String> drained(SessionMessageQueue<EnqueuedMessage> queue) {
    List<String> texts = new ArrayList<>();
    for (EnqueuedMessage next = queue.dequeue(); next != null; next = queue.dequeue()) {
      texts.add(text(next));
    }
    return texts;
  }

  private static String text(@Nullable EnqueuedMessage message) {
    if (message instanceof PublishedMessage published) {
      return published.getPayload().toString(UTF_8);
    }
    throw new AssertionError("no message, but " + message);
  }
}
