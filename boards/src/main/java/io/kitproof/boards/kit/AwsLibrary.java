package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Message;
import io.kitproof.boards.kit.mqtt.MqttEvent;
import io.kitproof.boards.kit.mqtt.MqttLibrary;
import io.kitproof.boards.kit.mqtt.MqttListener;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * The AWS library of WICED 6.2 (kits.md 1.4): asks and does not wait, and prints the number of each
 * event. What it is told of the connection is all that its applications know.
 */
final class AwsLibrary {
  /** The event of a message, which none of the others is. */
  private static final int PAYLOAD = 6;

  private static final int ATTEMPTS = 5;

  private final Board board;
  private final Build build;
  private final BiConsumer<String, byte[]> onMessage;
  private final Runnable onLoss;
  private final MqttLibrary mqtt;
  private final StringBuilder meanwhile = new StringBuilder();
  private boolean asking;
  private volatile boolean connected;

  AwsLibrary(Board board, Build build, BiConsumer<String, byte[]> onMessage) {
    this(board, build, onMessage, () -> {});
  }

  /** A library that tells when a connection is gone as well, on its own thread. */
  AwsLibrary(Board board, Build build, BiConsumer<String, byte[]> onMessage, Runnable onLoss) {
    this.board = board;
    this.build = build;
    this.onMessage = onMessage;
    this.onLoss = onLoss;
    this.mqtt = MqttLibrary.reassembling(new Callback(), board.life());
    board.life().every(MqttLibrary.TICK, mqtt::tick);
  }

  private final class Callback implements MqttListener {
    @Override
    public void event(MqttEvent event) {
      if (event == MqttEvent.DISCONNECTED) {
        connected = false;
      }
      print(Transcript.EVENT.formatted(event.number()));
      if (event == MqttEvent.DISCONNECTED) {
        onLoss.run();
      }
    }

    /** Not into the middle of what is being asked for. */
    private void print(String line) {
      synchronized (mqtt) {
        if (asking) {
          meanwhile.append(line);
        } else {
          board.print(line);
        }
      }
    }

    @Override
    public void connack(int code) {
      connected = code == 0;
      event(MqttEvent.CONNECT_REQ_STATUS);
    }

    @Override
    public void message(String topic, byte[] payload) {
      board.print(Transcript.EVENT.formatted(PAYLOAD));
      onMessage.accept(topic, payload);
    }
  }

  /** Resolves the endpoint and sends CONNECT; true does not say that the broker accepts it. */
  boolean connect() {
    String broker = build.mqtt().broker();
    Optional<String> ip = new Network(board, build.image().profile()).resolve(broker);
    board.print(Transcript.ENDPOINT.formatted(broker, ip.orElse(Network.NO_ADDRESS)));
    if (ip.isEmpty()) {
      board.print(Transcript.ENDPOINT_UNKNOWN.formatted(broker));
      return false;
    }
    return mqtt.connect(new Dial(board, build, ip.get()), build.hello());
  }

  /** Whether the broker has accepted the connection. */
  boolean connected() {
    return connected;
  }

  /** Whether there is one at all. */
  boolean attached() {
    return mqtt.connected();
  }

  /** Does this before anything that the broker may answer is heard. */
  void together(Runnable requests) {
    synchronized (mqtt) {
      requests.run();
    }
  }

  /** Queues a message; false when the library has no room for more. */
  boolean publish(Message message) {
    return mqtt.publish(message) != 0;
  }

  /** Queues a SUBSCRIBE at QoS 0; false when the library has no room for it. */
  boolean subscribe(String topic) {
    return mqtt.subscribe(topic, 0) != 0;
  }

  /**
   * Prints what is asked for and, after up to five requests, how it went. On a kit nothing is so
   * quick that it comes into the middle of that line, neither the event of the broker's answer nor
   * that of a message that needs none.
   */
  boolean asked(String what, BooleanSupplier request, String yes, String no) {
    synchronized (mqtt) {
      asking = true;
      boolean queued = false;
      for (int i = 0; i < ATTEMPTS && !queued; i++) {
        queued = request.getAsBoolean();
      }
      asking = false;
      board.print(what + (queued ? yes : no) + meanwhile);
      meanwhile.setLength(0);
      return queued;
    }
  }

  void disconnect() {
    mqtt.disconnect();
  }
}
