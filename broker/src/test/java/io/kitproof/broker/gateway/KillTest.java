package io.kitproof.broker.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Child;
import io.kitproof.broker.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of a gateway that is killed at any moment. */
final class KillTest {

  /** More by hand: {@code -Dkills=300 -Dseed=7}. */
  private static final int KILLS = Integer.getInteger("kills", 5);

  private static final int WINDOW = 50;
  private static final int TOPICS = 10;
  private static final int PERSISTENT = 0;
  private static final int CLEAN = 2;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** Messages that the gateway has acknowledged, and these subscribers have not. */
  private final Set<Integer> owedToReader = ConcurrentHashMap.newKeySet();

  private final Set<Integer> owedToAbsentee = ConcurrentHashMap.newKeySet();

  /** What the reader has acknowledged; the gateway may have heard that or not. */
  private final Set<Integer> read = ConcurrentHashMap.newKeySet();

  /** The newest retained message of each topic that the gateway has acknowledged. */
  private final Map<Integer, Integer> retained = new ConcurrentHashMap<>();

  private int number;

  @TempDir private Path folder;

  @Test
  void what_was_acknowledged_is_delivered_after_all_to_those_who_subscribed() throws Exception {
    for (int round = 0; round <= KILLS; round++) {
      String where = "seed " + seed + ", round " + round;
      try (Child victim = Child.of(Victim.class, folder.toString())) {
        int port = Integer.parseInt(victim.line());

        if (round == 0) {
          subscribe(port);
        } else {
          owedToReader.removeAll(read);
          assertThat(delivered(port, "reader")).as(where).containsAll(owedToReader);
          assertThat(delivered(port, "absentee")).as(where).containsAll(owedToAbsentee);
          assertRetained(port, where);
        }

        owedToReader.clear();
        owedToAbsentee.clear();
        read.clear();
        flood(port, victim);
        assertThat(owedToAbsentee).as(where).isNotEmpty();
      }
    }
  }

  private static void subscribe(int port) throws IOException {
    for (String name : List.of("reader", "absentee")) {
      try (Plain client = connected(port, name, PERSISTENT, 0)) {
        assertThat(client.send(Wire.subscribe(1, 1, "mail", "kept/+"))).isTrue();
        assertThat(client.receive()).isEqualTo(Wire.bytes(0x90, 0, 1, 1, 1));
      }
    }
  }

  /** Publishes and reads as fast as it goes, and kills the gateway in the midst of it. */
  private void flood(int port, Child victim) throws Exception {
    int enough = 1 + random.nextInt(1_500);
    int readable = random.nextInt(1_500);
    int millis = random.nextInt(5);
    Map<Integer, Integer> unanswered = new ConcurrentHashMap<>();
    Semaphore window = new Semaphore(WINDOW);
    try (Plain reader = connected(port, "reader", PERSISTENT, 1);
        Plain writer = connected(port, "writer", CLEAN, 0)) {
      Thread reading = new Thread(() -> read(reader, readable), "test-reader");
      Thread answers =
          new Thread(
              () -> answers(writer, unanswered, window, enough, () -> victim.killAfter(millis)),
              "test-answers");
      reading.start();
      answers.start();
      do {
        window.acquire();
        int id = ++number % 60_000 + 1;
        unanswered.put(id, number);
      } while (writer.send(packet(number % 60_000 + 1)) && answers.isAlive());
      answers.join();
      reading.join();
    }
  }

  private byte[] packet(int id) {
    return number % 3 == 0
        ? Wire.retained(Wire.publish("kept/" + number % TOPICS, 1, id, Integer.toString(number)))
        : Wire.publish("mail", 1, id, Integer.toString(number));
  }

  private void answers(
      Plain writer, Map<Integer, Integer> unanswered, Semaphore window, int enough, Runnable kill) {
    byte[] puback = writer.receive();
    while (puback.length > 0) {
      int id = ByteBuffer.wrap(puback).getShort(1) & 0xFFFF;
      int done = Objects.requireNonNull(unanswered.get(id), "a PUBACK nobody waits for");
      owedToReader.add(done);
      owedToAbsentee.add(done);
      if (done % 3 == 0) {
        retained.merge(done % TOPICS, done, Math::max);
      }
      window.release();
      if (owedToReader.size() == enough) {
        kill.run();
      }
      puback = writer.receive();
    }
    window.release(WINDOW);
  }

  /** Acknowledges so many messages, then only looks on. */
  private void read(Plain reader, int readable) {
    int left = readable;
    byte[] publish = reader.receive();
    while (publish.length > 0) {
      if (left-- > 0) {
        read.add(Delivery.of(publish).number());
        var unused = reader.send(Wire.puback(Delivery.of(publish).id()));
      }
      publish = reader.receive();
    }
  }

  /** What a persistent client gets that comes again, up to a message sent just now. */
  private Set<Integer> delivered(int port, String name) throws IOException {
    int last = ++number;
    try (Plain writer = connected(port, "writer", CLEAN, 0)) {
      assertThat(writer.send(Wire.publish("mail", 1, 1, Integer.toString(last)))).isTrue();
      assertThat(writer.receive()).isEqualTo(Wire.bytes(0x40, 0, 1));
    }
    Set<Integer> numbers = new HashSet<>();
    try (Plain client = connected(port, name, PERSISTENT, 1)) {
      while (!numbers.contains(last)) {
        byte[] packet = client.receive();
        assertThat(packet).as("what %s gets, up to %d", name, last).isNotEmpty();
        Delivery delivery = Delivery.of(packet);
        numbers.add(delivery.number());
        assertThat(client.send(Wire.puback(delivery.id()))).isTrue();
      }
    }
    return numbers;
  }

  private void assertRetained(int port, String where) throws IOException {
    Map<Integer, Integer> found = new HashMap<>();
    try (Plain client = connected(port, "visitor", CLEAN, 0)) {
      for (int topic : retained.keySet()) {
        assertThat(client.send(Wire.subscribe(1, 0, "kept/" + topic))).isTrue();
        assertThat(client.receive()[0]).isEqualTo((byte) 0x90);
        found.put(topic, Delivery.of(client.receive()).number());
      }
    }
    retained.forEach(
        (topic, newest) ->
            assertThat(found.get(topic))
                .as("%s, topic %d", where, topic)
                .isGreaterThanOrEqualTo(newest));
  }

  private static Plain connected(int port, String name, int flags, int present) throws IOException {
    Plain client = new Plain(port);
    assertThat(client.send(Wire.connect(name, 4, flags, 60, Wire.bytes()))).isTrue();
    assertThat(client.receive()).as("CONNACK for %s", name).isEqualTo(Wire.bytes(0x20, present, 0));
    return client;
  }

  /** A PUBLISH as a client gets it. */
  private record Delivery(int id, int number) {

    static Delivery of(byte[] packet) {
      ByteBuffer in = ByteBuffer.wrap(packet, 1, packet.length - 1);
      boolean acknowledged = (packet[0] & 0x06) != 0;
      int topic = in.getShort();
      in.position(in.position() + topic);
      int id = acknowledged ? in.getShort() & 0xFFFF : 0;
      return new Delivery(id, Integer.parseInt(US_ASCII.decode(in).toString()));
    }
  }
}
