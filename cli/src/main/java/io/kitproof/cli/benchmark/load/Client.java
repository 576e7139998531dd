package io.kitproof.cli.benchmark.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the crowd. What is written at once leaves in one record of TLS, and messages of
 * QoS 1 that arrive are acknowledged. Deeds belong on its own thread, through {@link #run}.
 */
public final class Client {
  private static final int MAX_ID = 0xFFFF;

  private final Channel channel;
  private final Ear ear;
  private final CompletableFuture<Client> connected = new CompletableFuture<>();
  private final Deque<CompletableFuture<Client>> subscribing = new ArrayDeque<>();
  private @Nullable ByteBuf outgoing;
  private int lastId;

  private Client(SocketChannel channel, Ear ear) {
    this.channel = channel;
    this.ear = ear;
  }

  /** Joins the channel, which speaks once it is connected. */
  static Client join(SocketChannel channel, Target target, String clientId, Ear ear) {
    Client client = new Client(channel, ear);
    channel
        .pipeline()
        .addLast(target.tls().newHandler(channel.alloc()))
        .addLast(new Frames(client.new Incoming()))
        .addLast(client.new Life(clientId));
    return client;
  }

  /** Itself, once the broker has accepted it. */
  CompletableFuture<Client> connected() {
    return connected;
  }

  /** Runs the deed on the client's thread; what it wrote is sent when it returns. */
  public void run(Runnable deed) {
    channel
        .eventLoop()
        .execute(
            () -> {
              deed.run();
              flush();
            });
  }

  /** Runs the deed again and again; the answer ends that. */
  public ScheduledFuture<?> every(Duration period, Runnable deed) {
    return channel
        .eventLoop()
        .scheduleAtFixedRate(
            () -> {
              deed.run();
              flush();
            },
            0,
            period.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** Itself, once the broker has granted it. */
  public CompletableFuture<Client> subscribe(String filter, int qos) {
    CompletableFuture<Client> granted = new CompletableFuture<>();
    run(
        () -> {
          subscribing.add(granted);
          Packets.subscribe(outgoing(), nextId(), filter, qos);
        });
    return granted;
  }

  /** Only on the client's thread. */
  public void publish(byte[] topic, int qos, byte[] payload) {
    Packets.publish(outgoing(), topic, qos, qos == 0 ? 0 : nextId(), payload);
  }

  /** Whether the connection still stands. */
  public boolean alive() {
    return channel.isActive();
  }

  /** Cuts the connection; does not wait for its end. */
  public void close() {
    var unused = channel.close();
  }

  private int nextId() {
    lastId = lastId == MAX_ID ? 1 : lastId + 1;
    return lastId;
  }

  private ByteBuf outgoing() {
    ByteBuf buffer = outgoing;
    if (buffer == null) {
      buffer = channel.alloc().buffer();
      outgoing = buffer;
    }
    return buffer;
  }

  private void flush() {
    ByteBuf buffer = outgoing;
    if (buffer != null) {
      outgoing = null;
      var unused = channel.writeAndFlush(buffer);
    }
  }

  private final class Incoming implements Frames.Reader {
    @Override
    public void packet(int first, ByteBuf body) {
      switch (first >> 4) {
        case Packets.PUBLISH -> message(first, body);
        case Packets.PUBACK -> ear.acknowledged();
        case Packets.CONNACK -> answer(connected, body.getByte(1), "CONNECT");
        case Packets.SUBACK -> answer(subscribing.remove(), body.getByte(2) & 0x80, "SUBSCRIBE");
        default -> throw new IllegalStateException("A packet nobody asked for: " + (first >> 4));
      }
    }

    private void answer(CompletableFuture<Client> waiting, int code, String request) {
      if (code == 0) {
        boolean unused = waiting.complete(Client.this);
      } else {
        boolean unused =
            waiting.completeExceptionally(
                new IOException("a " + request + " was refused: " + code));
      }
    }

    private void message(int first, ByteBuf body) {
      ByteBuf topic = body.readSlice(body.readUnsignedShort());
      if ((first & 0x06) != 0) {
        Packets.puback(outgoing(), body.readUnsignedShort());
      }
      ear.message(topic, body);
    }

    @Override
    public void settled() {
      ear.settled(Client.this);
      flush();
    }
  }

  /** Says CONNECT first, and who waits in vain. */
  private final class Life extends ChannelInboundHandlerAdapter {
    private final String clientId;
    private Throwable reason = new IOException("the broker closed the connection");

    Life(String clientId) {
      this.clientId = clientId;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      Packets.connect(outgoing(), clientId);
      flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      reason = cause;
      var unused = ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      boolean unused = connected.completeExceptionally(reason);
      subscribing.forEach(
          waiting -> {
            boolean alsoUnused = waiting.completeExceptionally(reason);
          });
    }
  }
}
