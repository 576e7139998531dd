package io.kitproof.boards.kit.mqtt;

import io.kitproof.boards.kit.mqtt.Channel.Dialler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT client of WICED as it behaves, not as it should (kits.md 1.5; of WICED 6, section 6). It
 * has no clock: the firmware calls {@link #tick()} twice a second. Whoever powers the kit ends the
 * threads.
 */
public final class MqttLibrary {
  /** How often {@link #tick()} is to be called, in firmware time. */
  public static final Duration TICK = Duration.ofMillis(500);

  private static final int TICKS_FROM_PING_TO_PING = 10;

  /**
   * The first tick comes up to a tick early. Counted so, the ping precedes the end of an app's 5 s
   * wait, which began with this sending: on the kits, pings go out between attempts.
   */
  private static final int TICKS_FROM_SENDING_TO_PING = 9;

  private static final int TICKS_TO_DEATH = 20;
  private static final int SESSION_ITEMS = 20;

  private final MqttListener listener;
  private final Executor readers;
  private final Supplier<Framing> framing;

  /** What no acknowledgement has come for, by packet id, in the order of sending. */
  private final Map<Integer, byte[]> session = new LinkedHashMap<>();

  private @Nullable Channel channel;
  private boolean keepsAlive = true;
  private int nextId = 1;
  private int ticksToPing;
  private int ticksSinceReceived;

  /**
   * A library of WICED 4.1 without a connection.
   *
   * @param readers runs the receiving side of a connection, on a thread of its own
   */
  public MqttLibrary(MqttListener listener, Executor readers) {
    this(listener, readers, Framing::perSegment);
  }

  private MqttLibrary(MqttListener listener, Executor readers, Supplier<Framing> framing) {
    this.listener = listener;
    this.readers = readers;
    this.framing = framing;
  }

  /** A library of WICED 6, which loses nothing of what comes in one piece or in many. */
  public static MqttLibrary reassembling(MqttListener listener, Executor readers) {
    return new MqttLibrary(listener, readers, Reassembly::new);
  }

  /**
   * Sends CONNECT; on the connection that is there, else on a new one. True when it is on its way,
   * which says nothing about the broker's answer.
   */
  public boolean connect(Dialler dialler, Hello hello) {
    if (!connected()) {
      try {
        attach(dialler.dial(), hello);
      } catch (IOException e) {
        // The error prints of the library are compiled out: the application only learns "no".
        return false;
      }
    }
    send(Frames.connect(hello));
    return true;
  }

  /**
   * Sends a message, or keeps it when there is no connection; a QoS 0 message counts as published
   * at once. Gives its packet id; 0 when the session is full.
   */
  public synchronized int publish(Message message) {
    int id = takeId();
    byte[] frame = Frames.publish(message, id);
    if (message.qos() == 0) {
      // Messages that nobody acknowledges do not put off the next ping.
      int before = ticksToPing;
      send(frame);
      ticksToPing = before;
      listener.event(MqttEvent.PUBLISHED);
      return id;
    }
    return keepAndSend(id, frame);
  }

  /** Sends a SUBSCRIBE and gives its packet id; 0 when the session is full. */
  public synchronized int subscribe(String filter, int qos) {
    int id = takeId();
    return keepAndSend(id, Frames.subscribe(filter, qos, id));
  }

  /** Says DISCONNECT if there is a connection, and ends it. */
  public synchronized void disconnect() {
    Channel current = channel;
    if (current != null) {
      send(Frames.disconnect());
      drop(current);
    }
  }

  /** Ends the connection, if there is one, without a word to broker or application. */
  public synchronized void deinit() {
    Channel current = channel;
    channel = null;
    if (current != null) {
      current.close();
    }
  }

  /**
   * One second has passed: pings after 5 s without sending, gives up after 10 s without hearing,
   * neither where it connected without a keep-alive.
   */
  public synchronized void tick() {
    Channel current = channel;
    if (current == null || !keepsAlive) {
      return;
    }
    ticksToPing--;
    ticksSinceReceived++;
    if (ticksSinceReceived >= TICKS_TO_DEATH) {
      drop(current);
    } else if (ticksToPing <= 0) {
      send(Frames.pingreq());
      ticksToPing = TICKS_FROM_PING_TO_PING;
    }
  }

  /** Whether there is a connection, whatever the broker has said on it. */
  public synchronized boolean connected() {
    return channel != null;
  }

  private synchronized void attach(Channel fresh, Hello hello) {
    if (hello.cleanSession()) {
      session.clear();
    }
    ticksToPing = TICKS_FROM_SENDING_TO_PING; // a tick before CONNECT is sent pings nobody
    keepsAlive = !hello.keepAlive().isZero();
    channel = fresh;
    ticksSinceReceived = 0;
    readers.execute(() -> read(fresh));
  }

  private void read(Channel from) {
    Framing packets = framing.get();
    try {
      for (byte[] segment = from.read(); segment.length > 0; segment = from.read()) {
        received(from, packets.take(segment));
      }
    } catch (IOException e) {
      // Reset or closed: the library makes no difference, and none of it is printed.
    }
    drop(from);
  }

  private synchronized void received(Channel from, List<Inbound> packets) {
    if (from == channel) {
      ticksSinceReceived = 0;
      packets.forEach(this::handle);
    }
  }

  private void handle(Inbound packet) {
    switch (packet.type()) {
      case CONNACK -> listener.connack(packet.code());
      case PUBACK -> acknowledged(packet, MqttEvent.PUBLISHED);
      case SUBACK -> acknowledged(packet, MqttEvent.SUBSCRIBED);
      case PINGRESP -> new ArrayList<>(session.values()).forEach(this::send);
      case PUBLISH -> packet.publication().ifPresent(this::deliver);
      default -> {
        // Nothing else concerns a client.
      }
    }
  }

  private void acknowledged(Inbound packet, MqttEvent event) {
    if (session.remove(packet.id()) != null) {
      listener.event(event);
    }
  }

  private void deliver(Inbound.Publication publication) {
    if (publication.qos() > 0) {
      send(Frames.puback(publication.id()));
    }
    listener.message(publication.topic(), publication.payload());
  }

  private int takeId() {
    int id = nextId;
    nextId = nextId == 0xFFFF ? 1 : nextId + 1;
    return id;
  }

  private int keepAndSend(int id, byte[] frame) {
    if (session.size() >= SESSION_ITEMS) {
      return 0;
    }
    session.put(id, frame);
    send(frame);
    return id;
  }

  private synchronized void send(byte[] frame) {
    Channel current = channel;
    if (current == null) {
      return;
    }
    try {
      current.write(frame);
      ticksToPing = TICKS_FROM_SENDING_TO_PING;
    } catch (IOException e) {
      drop(current);
    }
  }

  /** Of the reader, the sender and the tick, whoever notices first tells the application, once. */
  private synchronized void drop(Channel lost) {
    if (channel == lost) {
      channel = null;
      lost.close();
      listener.event(MqttEvent.DISCONNECTED);
    }
  }
}
