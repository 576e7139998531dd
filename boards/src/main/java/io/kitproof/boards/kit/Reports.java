package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.boards.kit.mqtt.Message;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * What a weather station has to publish, in the order it was asked for (kits.md 1.4); its QoS,
 * about which kits.md is silent, is 0. What comes up for publishing without a connection is gone.
 */
final class Reports {
  private static final int QUEUE = 50;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String REPORT = "{\"state\" : {\"reported\" : {%s} } }";

  /** Of all it measures at once; without the blanks of the others. */
  private static final String WEATHER =
      "{\"state\" : {\"reported\" : {\"temperature\":%s,\"humidity\":%s,\"light\":%s}}}";

  private final Board board;
  private final Stations stations;

  /** A message says what is so when it is its turn. */
  private final BlockingQueue<Supplier<Message>> queue = new ArrayBlockingQueue<>(QUEUE);

  Reports(Board board, Stations stations) {
    this.board = board;
    this.stations = stations;
  }

  /** From an interrupt or a timer, which cannot wait: lost when the queue is full. */
  void offer(Supplier<Message> message) {
    boolean unused = queue.offer(message);
  }

  /** Waits until there is room. */
  void put(Supplier<Message> message) {
    board.life().put(queue, message);
  }

  Message weather() {
    Climate now = board.climate();
    return update(
        WEATHER.formatted(
            Climate.digits(now.temperature(), 1),
            Climate.digits(now.humidity(), 1),
            Climate.digits(now.light(), 0)));
  }

  Message temperature() {
    return report("\"temperature\":%s", Climate.digits(board.climate().temperature(), 1));
  }

  Message humidity() {
    return report("\"humidity\":%s", Climate.digits(board.climate().humidity(), 1));
  }

  Message light() {
    return report("\"light\":%s", Climate.digits(board.climate().light(), 1));
  }

  Message alert() {
    return report("\"weatherAlert\":%b", stations.station(stations.own()).alert());
  }

  Message ip() {
    return report("\"IPAddress\":\"%s\"", stations.station(stations.own()).ip());
  }

  /** Asks for the shadow of a station. */
  static Message get(int number) {
    return message(Stations.topic(number, "get"), "{}");
  }

  private Message report(String member, Object value) {
    return update(REPORT.formatted(member.formatted(value)));
  }

  private Message update(String json) {
    return message(Stations.topic(stations.own(), "update"), json);
  }

  private static Message message(String topic, String json) {
    return new Message(topic, json.getBytes(UTF_8), 0, /* retain= */ false);
  }

  /** The publishing thread. */
  void publishForEver(AwsLibrary aws) {
    while (true) {
      Message next = board.life().take(queue).get();
      if (aws.connected()) {
        boolean unused =
            aws.asked(
                Transcript.AWS_PUBLISHING,
                () -> aws.publish(next),
                AwsTranscript.PUBLISHED,
                AwsTranscript.STATION_NOT_PUBLISHED);
      }
      board.sleep(PAUSE);
    }
  }
}
