package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A broker that does what a test says; left alone it answers as a broker should. */
final class StubBroker implements AutoCloseable {
  private static final long PATIENCE = 30_000_000_000L;

  static final int CONNECT = 1;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBSCRIBE = 8;
  static final int PINGREQ = 12;
  static final int DISCONNECT = 14;

  /** A packet from a kit; connections count from 1. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packet(int connection, int type, int flags, byte[] body, long nanos) {
    int number(int at) {
      return ((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF);
    }

    String topic() {
      return new String(body, 2, number(0), UTF_8);
    }

    int qos() {
      return (flags >> 1) & 3;
    }

    int id() {
      return type == PUBLISH ? number(2 + number(0)) : number(0);
    }

    String payload() {
      int start = 2 + number(0) + (qos() > 0 ? 2 : 0);
      return new String(body, start, body.length - start, UTF_8);
    }

    String clientId() {
      return new String(body, 12, body.length - 12, UTF_8);
    }

    String hex() {
      return HexFormat.of().formatHex(body);
    }
  }

  /** What to do about a packet. */
  interface Script {
    void packet(Connection connection, Packet packet) throws IOException;
  }

  /** One kit's connection. */
  static final class Connection {
    final int number;
    final SSLSocket socket;

    Connection(int number, SSLSocket socket) {
      this.number = number;
      this.socket = socket;
    }

    /** Sends all in one TLS record. */
    void send(byte[]... packets) throws IOException {
      int length = Arrays.stream(packets).mapToInt(p -> p.length).sum();
      byte[] all = new byte[length];
      int at = 0;
      for (byte[] packet : packets) {
        System.arraycopy(packet, 0, all, at, packet.length);
        at += packet.length;
      }
      socket.getOutputStream().write(all);
    }

    void close() {
      closeQuietly(socket);
    }

    /** The usual answer. */
    void answer(Packet packet) throws IOException {
      switch (packet.type()) {
        case CONNECT -> send(bytes("20020000"));
        case PUBLISH -> {
          if (packet.qos() > 0) {
            send(bytes("4002%04x".formatted(packet.id())));
          }
        }
        case SUBSCRIBE -> send(bytes("9003%04x00".formatted(packet.id())));
        case PINGREQ -> send(bytes("d000"));
        case DISCONNECT -> close();
        default -> {
          // Nothing is owed.
        }
      }
    }
  }

  private final SSLContext tls;
  private final List<Packet> packets = new CopyOnWriteArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private Thread acceptor = new Thread();
  private SSLServerSocket server;
  private volatile Script script = Connection::answer;

  StubBroker(SSLContext tls) {
    this.tls = tls;
    this.server = listen(0);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static byte[] publish(String topic, byte[] payload) {
    byte[] name = topic.getBytes(UTF_8);
    int rest = 2 + name.length + payload.length;
    byte[] head =
        rest < 128
            ? new byte[] {0x30, (byte) rest, 0, (byte) name.length}
            : new byte[] {
              0x30, (byte) (rest % 128 | 128), (byte) (rest / 128), 0, (byte) name.length
            };
    byte[] all = Arrays.copyOf(head, head.length + name.length + payload.length);
    System.arraycopy(name, 0, all, head.length, name.length);
    System.arraycopy(payload, 0, all, head.length + name.length, payload.length);
    return all;
  }

  static byte[] publishQos1(String topic, int id, byte[] payload) {
    byte[] name = topic.getBytes(UTF_8);
    byte[] head = {0x32, (byte) (4 + name.length + payload.length), 0, (byte) name.length};
    byte[] all = Arrays.copyOf(head, head.length + name.length + 2 + payload.length);
    System.arraycopy(name, 0, all, head.length, name.length);
    all[head.length + name.length] = (byte) (id >> 8);
    all[head.length + name.length + 1] = (byte) id;
    System.arraycopy(payload, 0, all, all.length - payload.length, payload.length);
    return all;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  void script(Script script) {
    this.script = script;
  }

  List<Packet> packets() {
    return packets;
  }

  List<Packet> packets(int type) {
    return packets.stream().filter(p -> p.type() == type).toList();
  }

  /** Why connections came to nothing before the first packet. */
  List<String> refusals() {
    return refusals;
  }

  /** Waits until so many packets fulfil this and gives them. */
  @CanIgnoreReturnValue
  List<Packet> await(int count, Predicate<Packet> which) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    synchronized (packets) {
      while (true) {
        List<Packet> found = packets.stream().filter(which).toList();
        if (found.size() >= count) {
          return found;
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("only %d of %d in %s".formatted(found.size(), count, packets));
        }
        NANOSECONDS.timedWait(packets, left);
      }
    }
  }

  @CanIgnoreReturnValue
  List<Packet> await(int count, int type) throws InterruptedException {
    return await(count, p -> p.type() == type);
  }

  /** The newest connection. */
  Connection connection() {
    synchronized (connections) {
      return connections.get(connections.size() - 1);
    }
  }

  int connectionCount() {
    synchronized (connections) {
      return connections.size();
    }
  }

  /** Cuts all connections and refuses new ones. */
  void goDown() {
    closeQuietly(server);
    try {
      acceptor.join(); // until then the port is not free
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    synchronized (connections) {
      connections.forEach(Connection::close);
    }
  }

  /** Listens again at the same port. */
  void comeBack() {
    server = listen(server.getLocalPort());
  }

  private SSLServerSocket listen(int port) {
    try {
      SSLServerSocket socket = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
      socket.setReuseAddress(true);
      socket.setNeedClientAuth(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      acceptor = start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @CanIgnoreReturnValue
  private Thread start(Runnable work) {
    Thread thread = new Thread(work, "stub-broker");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return thread;
  }

  private void accept(SSLServerSocket listening) {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) listening.accept();
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over or the broker is down.
    }
  }

  private void serve(SSLSocket socket) {
    try {
      socket.startHandshake();
    } catch (IOException e) {
      refusals.add(String.valueOf(e.getMessage()));
      closeQuietly(socket);
      return;
    }
    Connection connection;
    synchronized (connections) {
      connection = new Connection(connections.size() + 1, socket);
      connections.add(connection);
    }
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        Packet packet = read(connection.number, in);
        synchronized (packets) {
          packets.add(packet);
          packets.notifyAll();
        }
        script.packet(connection, packet);
      }
    } catch (IOException e) {
      connection.close();
    }
  }

  private static Packet read(int connection, DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException();
    }
    int length = 0;
    int digit;
    int shift = 0;
    do {
      digit = in.readUnsignedByte();
      length |= (digit & 127) << shift;
      shift += 7;
    } while (digit > 127);
    byte[] body = in.readNBytes(length);
    return new Packet(connection, first >> 4, first & 15, body, System.nanoTime());
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // A test that wants to see it looks at the other end.
    }
  }

  @Override
  public void close() {
    goDown();
    threads.forEach(Thread::interrupt);
  }
}
