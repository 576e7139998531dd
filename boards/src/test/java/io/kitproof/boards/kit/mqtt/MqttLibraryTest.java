package io.kitproof.boards.kit.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library alone: no thread, no clock, no network. */
class MqttLibraryTest {
  private static final Hello HELLO = new Hello("id", Duration.ofSeconds(5), true);

  /** Keeps what is sent and closes when asked; what the broker says is told by the test. */
  private static final class Wire implements Channel {
    final List<String> sent = new ArrayList<>();
    final List<byte[]> segments = new ArrayList<>();
    boolean closed;
    boolean broken;

    @Override
    public void write(byte[] bytes) throws IOException {
      if (broken) {
        throw new IOException("broken");
      }
      sent.add(HexFormat.of().formatHex(bytes));
    }

    @Override
    public byte[] read() {
      return segments.isEmpty() ? new byte[0] : segments.remove(0);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final String PING = "c000";

  private final List<String> told = new ArrayList<>();
  private final List<Runnable> readers = new ArrayList<>();
  private final Wire wire = new Wire();
  private final MqttLibrary library =
      new MqttLibrary(
          new MqttListener() {
            @Override
            public void event(MqttEvent event) {
              told.add(event.name());
            }

            @Override
            public void message(String topic, byte[] payload) {
              told.add(topic + "=" + new String(payload, US_ASCII));
            }
          },
          readers::add);

  private static Message message(int qos) {
    return new Message("t", new byte[] {'x'}, qos, false);
  }

  private static String published(int id) {
    return "3206" + "000174" + "%04x".formatted(id) + "78";
  }

  /** The broker sends these segments, and then closes unless told otherwise. */
  private void hears(String... segments) {
    for (String segment : segments) {
      wire.segments.add(HexFormat.of().parseHex(segment));
    }
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      library.tick();
    }
  }

  @BeforeEach
  void connect() {
    assertThat(library.connect(() -> wire, HELLO)).isTrue();
    wire.sent.clear();
  }

  @Test
  void a_refusing_connack_counts_as_any_other() {
    hears("20020005");
    readers.get(0).run();

    assertThat(told).containsExactly("CONNECT_REQ_STATUS", "DISCONNECTED");
  }

  @Test
  void a_failing_suback_counts_as_any_other() {
    int id = library.subscribe("t", 0);
    hears("9003%04x80".formatted(id));
    readers.get(0).run();

    assertThat(told).contains("SUBSCRIBED");
  }

  @Test
  void no_connection_to_be_had_is_no_event() {
    MqttLibrary other = new MqttLibrary(new Silent(), readers::add);

    boolean on =
        other.connect(
            () -> {
              throw new IOException("refused");
            },
            HELLO);

    assertThat(on).isFalse();
  }

  @Test
  void connect_again_goes_over_the_connection_that_is_there() {
    assertThat(library.connect(() -> new Wire(), HELLO)).isTrue();

    assertThat(wire.sent).singleElement().asString().startsWith("10");
  }

  @Test
  void pings_before_five_seconds_without_sending_are_over_and_then_each_five_seconds() {
    ticks(8);
    assertThat(wire.sent).isEmpty();

    ticks(1);
    assertThat(wire.sent).containsExactly(PING);

    ticks(9);
    assertThat(wire.sent).containsExactly(PING);
    ticks(1);
    assertThat(wire.sent).containsExactly(PING, PING);
  }

  @Test
  void sending_puts_the_ping_off_but_qos_0_does_not() {
    ticks(8);
    assertThat(library.publish(message(1))).isPositive();
    ticks(8);
    assertThat(wire.sent).doesNotContain(PING);

    assertThat(library.publish(message(0))).isPositive();
    ticks(1);
    assertThat(wire.sent).contains(PING);
  }

  @Test
  void gives_the_connection_up_after_ten_seconds_without_hearing() {
    ticks(19);
    assertThat(told).isEmpty();

    ticks(1);
    assertThat(told).containsExactly("DISCONNECTED");
    assertThat(wire.closed).isTrue();
  }

  @Test
  void sends_again_what_is_not_acknowledged_at_each_pingresp_without_dup() {
    assertThat(library.publish(message(1))).isEqualTo(1);
    assertThat(library.publish(message(1))).isEqualTo(2);
    wire.sent.clear();

    hears("d000", "40020001", "d000");
    readers.get(0).run();

    assertThat(wire.sent).containsExactly(published(1), published(2), published(2));
    assertThat(told).containsExactly("PUBLISHED", "DISCONNECTED");
  }

  @Test
  void a_puback_nobody_waits_for_is_nothing() {
    hears("40020009");
    readers.get(0).run();

    assertThat(told).containsExactly("DISCONNECTED");
  }

  @Test
  void a_qos_0_message_is_published_as_soon_as_it_is_sent() {
    assertThat(library.publish(message(0))).isPositive();

    assertThat(told).containsExactly("PUBLISHED");
    assertThat(wire.sent).containsExactly("3004" + "000174" + "78");
  }

  @Test
  void the_second_packet_of_a_segment_is_lost() {
    hears("3004" + "000174" + "61" + "3004" + "000174" + "62", "3004" + "000174" + "63");
    readers.get(0).run();

    assertThat(told).containsExactly("t=a", "t=c", "DISCONNECTED");
  }

  @Test
  void a_qos_1_message_is_acknowledged() {
    hears("3206" + "000174" + "0007" + "61");
    readers.get(0).run();

    assertThat(wire.sent).containsExactly("40020007");
    assertThat(told).startsWith("t=a");
  }

  @Test
  void without_a_connection_messages_get_an_id_and_stay() {
    readers.get(0).run();
    assertThat(told).containsExactly("DISCONNECTED");

    assertThat(library.publish(message(1))).isPositive();

    assertThat(wire.sent).isEmpty();
  }

  @Test
  void the_session_holds_twenty() {
    for (int i = 1; i <= 20; i++) {
      assertThat(library.publish(message(1))).isEqualTo(i);
    }

    assertThat(library.publish(message(1))).isZero();
  }

  @Test
  void a_new_connection_is_a_clean_session() {
    assertThat(library.publish(message(1))).isPositive();
    library.disconnect();

    Wire next = new Wire();
    assertThat(library.connect(() -> next, HELLO)).isTrue();
    next.segments.add(new byte[] {(byte) 0xD0, 0});
    readers.get(1).run();

    assertThat(next.sent).singleElement().asString().startsWith("10");
  }

  @Test
  void disconnect_says_so_and_is_told_once() {
    library.disconnect();
    readers.get(0).run();
    library.disconnect();

    assertThat(wire.sent).containsExactly("e000");
    assertThat(wire.closed).isTrue();
    assertThat(told).containsExactly("DISCONNECTED");
  }

  @Test
  void deinit_is_silent_to_both_sides() {
    library.deinit();
    readers.get(0).run();

    assertThat(wire.sent).isEmpty();
    assertThat(wire.closed).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void a_connection_that_breaks_while_sending_is_told_once() {
    wire.broken = true;

    assertThat(library.publish(message(1))).isPositive();
    readers.get(0).run();

    assertThat(told).containsExactly("DISCONNECTED");
  }

  private static final class Silent implements MqttListener {
    @Override
    public void event(MqttEvent event) {
      throw new AssertionError(event);
    }

    @Override
    public void message(String topic, byte[] payload) {
      throw new AssertionError(topic);
    }
  }

  @Test
  void without_a_keep_alive_it_neither_pings_nor_gives_up() {
    library.disconnect();
    told.clear();
    Wire quiet = new Wire();
    assertThat(library.connect(() -> quiet, new Hello("id", Duration.ZERO, true))).isTrue();
    quiet.sent.clear();

    ticks(100);

    assertThat(quiet.sent).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void without_a_clean_session_what_nobody_acknowledged_is_sent_again_on_the_next_connection() {
    int id = library.publish(message(1));
    library.disconnect();
    Wire next = new Wire();
    assertThat(library.connect(() -> next, new Hello("id", Duration.ofSeconds(5), false))).isTrue();
    next.sent.clear();

    next.segments.add(HexFormat.of().parseHex("d000"));
    readers.get(1).run();

    assertThat(next.sent).containsExactly(published(id));
  }
}
