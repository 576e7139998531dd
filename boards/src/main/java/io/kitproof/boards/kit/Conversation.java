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
 * 2017 has mended that for publishing only, that of 2019 begins afresh with each connection.
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
  private volatile boolean connected;

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
        build.image().profile() == Profile.CLASS2019
            ? MqttLibrary.reassembling(new CodeSeen(onMessage), life)
            : new MqttLibrary(new Callback(onMessage), life);
    life.every(MqttLibrary.TICK, library::tick);
  }

  private sealed class Callback implements MqttListener permits CodeSeen {
    private final BiConsumer<String, byte[]> onMessage;

    Callback(BiConsumer<String, byte[]> onMessage) {
      this.onMessage = onMessage;
    }

    @Override
    public void event(MqttEvent event) {
      if (event == MqttEvent.DISCONNECTED) {
        connected = false;
      } else if (event == MqttEvent.CONNECT_REQ_STATUS) {
        connected = true;
      }
      events.add(event);
    }

    @Override
    public void message(String topic, byte[] payload) {
      onMessage.accept(topic, payload);
    }
  }

  /** As of WICED 6 (kits.md section 6): a refusal fails at once, as any event does but the one. */
  private final class CodeSeen extends Callback {
    CodeSeen(BiConsumer<String, byte[]> onMessage) {
      super(onMessage);
    }

    @Override
    public void connack(int code) {
      event(code == 0 ? MqttEvent.CONNECT_REQ_STATUS : MqttEvent.DISCONNECTED);
    }
  }

  /** All attempts count anew. */
  void beginAfresh() {
    openings.reset();
    publishings.reset();
    subscribings.reset();
  }

  /** Whether the broker has accepted the connection and nobody has ended it since. */
  boolean connected() {
    return connected;
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
    return subscribings.any(() -> subscribeOnce(topic, 0));
  }

  boolean subscribeOnce(String topic, int qos) {
    return library.subscribe(topic, qos) != 0 && answered(MqttEvent.SUBSCRIBED);
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
