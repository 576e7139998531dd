package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Hello;
import io.kitproof.boards.kit.mqtt.Message;
import io.kitproof.boards.kit.mqtt.MqttEvent;
import io.kitproof.boards.kit.mqtt.MqttLibrary;
import io.kitproof.boards.kit.mqtt.MqttListener;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The apps' side of MQTT: ask, wait 5 s for some event, ask again. The counters of attempts count
 * from power-on and are never reset, so that success uses up the patience as well; the class of
 * 2017 has mended that for publishing only.
 */
final class Conversation {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final MqttLibrary library;
  private final Events events;
  private final Dial dial;
  private final Hello hello;
  private final boolean publishesAfresh;
  private final Attempts openings = new Attempts();
  private final Attempts publishings = new Attempts();
  private final Attempts subscribings = new Attempts();

  /** What one kind of request may still try. */
  private static final class Attempts {
    private static final int LIMIT = 3;

    private int made;

    void reset() {
      made = 0;
    }

    boolean any(BooleanSupplier attempt) {
      boolean done;
      do {
        done = attempt.getAsBoolean();
        made++;
      } while (!done && made < LIMIT);
      return done;
    }
  }

  Conversation(Board board, Build build, String ip, BiConsumer<String, byte[]> onMessage) {
    Life life = board.life();
    this.dial = new Dial(board, build, ip);
    this.hello = build.hello();
    this.publishesAfresh = build.quirks().recovers();
    this.events = new Events(life);
    this.library =
        new MqttLibrary(
            new MqttListener() {
              @Override
              public void event(MqttEvent event) {
                events.add(event);
              }

              @Override
              public void message(String topic, byte[] payload) {
                onMessage.accept(topic, payload);
              }
            },
            life);
    life.every(MqttLibrary.TICK, library::tick);
  }

  boolean open() {
    return openings.any(this::openOnce);
  }

  boolean openOnce() {
    return library.connect(dial, hello) && answered(MqttEvent.CONNECT_REQ_STATUS);
  }

  /** Tries to publish, each time what {@code next} gives. */
  boolean publish(Supplier<Message> next) {
    if (publishesAfresh) {
      publishings.reset();
    }
    return publishings.any(() -> publishOnce(next.get()));
  }

  boolean publishOnce(Message message) {
    return library.publish(message) != 0 && answered(MqttEvent.PUBLISHED);
  }

  boolean subscribe(String topic) {
    return subscribings.any(() -> subscribeOnce(topic));
  }

  boolean subscribeOnce(String topic) {
    return library.subscribe(topic, 0) != 0 && answered(MqttEvent.SUBSCRIBED);
  }

  /** Disconnects and waits to be told so: in vain when the connection has long been lost. */
  void close() {
    library.disconnect();
    boolean unused = answered(MqttEvent.DISCONNECTED);
  }

  void deinit() {
    library.deinit();
  }

  private boolean answered(MqttEvent expected) {
    return events.await(expected, TIMEOUT);
  }
}
