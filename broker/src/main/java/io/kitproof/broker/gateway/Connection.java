package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Connected;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection. It belongs to the gateway's thread; only what {@link #connected}
 * tells may be asked from others.
 */
final class Connection {

  private static final AttributeKey<Connection> KEY = AttributeKey.valueOf("kitproof-connection");

  private final long number;
  private final Channel channel;
  private volatile String clientId = "";
  private volatile String principal = "";
  private int protocolLevel;
  private boolean secured;
  private boolean mqtt;
  private volatile long sinceNanos;
  private volatile boolean open;
  private boolean accepted;
  private boolean deaf;
  private final Stay stay = new Stay();
  private @Nullable Disconnect end;

  private @Nullable Cause cause;
  private String reason = "";

  /** When bytes last came from the socket and were last handed to it. */
  long readNanos;

  long writtenNanos;

  /**
   * How many packets came out of the decoder; tells a packet that ends in the middle of a field.
   */
  long decoded;

  /** The socket's end of the pipeline. */
  @Nullable ChannelHandlerContext socket;

  Connection(long number, Channel channel) {
    this.number = number;
    this.channel = channel;
    channel.attr(KEY).set(this);
  }

  /** The connection of a channel that came through a door of the gateway. */
  static @Nullable Connection of(Channel channel) {
    return channel.attr(KEY).get();
  }

  long number() {
    return number;
  }

  Channel channel() {
    return channel;
  }

  String clientId() {
    return clientId;
  }

  String principal() {
    return principal;
  }

  boolean mqtt5() {
    return protocolLevel == 5;
  }

  int protocolLevel() {
    return protocolLevel;
  }

  void calls(String itself, int level) {
    clientId = itself;
    protocolLevel = level;
  }

  void renamed(String assigned) {
    clientId = assigned;
  }

  /** TLS is up; the certificate is empty if the client showed none. */
  void secured(String certificate) {
    secured = true;
    principal = certificate;
  }

  /** MQTT's own handlers report what happens from now on. */
  void speaksMqtt() {
    mqtt = true;
  }

  boolean isMqtt() {
    return mqtt;
  }

  Stay stay() {
    return stay;
  }

  void accepted() {
    sinceNanos = System.nanoTime();
    accepted = true;
    open = true;
  }

  /** Whether its CONNECT was ever accepted. */
  boolean wasAccepted() {
    return accepted;
  }

  InetSocketAddress remote() {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote
        : InetSocketAddress.createUnresolved("local", 0);
  }

  String ipAddress() {
    InetAddress address = remote().getAddress();
    return address == null ? "" : address.getHostAddress();
  }

  /** All there is to tell of a connection that is open. */
  Visit visit() {
    Terms granted = stay.terms();
    return new Visit(
        connected(),
        protocolLevel,
        granted.cleanStart(),
        granted.keepAlive(),
        stay.sessionExpiry(),
        Map.copyOf(stay.subscriptions()));
  }

  boolean open() {
    return open;
  }

  Connected connected() {
    return new Connected(number, clientId, principal, remote(), sinceNanos);
  }

  boolean ending() {
    return cause != null;
  }

  /** Notes why the connection ends; the first reason counts, what follows is its consequence. */
  void ends(Cause why, String words) {
    if (cause == null) {
      cause = why;
      reason = words;
    }
  }

  /** Whether nothing goes in or out any more, though nobody closed it. */
  boolean deaf() {
    return deaf;
  }

  void fallsSilent() {
    deaf = true;
  }

  /** How it ended; told once. */
  Disconnect gone() {
    if (end != null) {
      return end;
    }
    ends(
        Cause.CONNECTION_LOST,
        secured
            ? "the client closed the connection without a DISCONNECT"
            : "the client closed the connection before TLS was set up");
    open = false;
    Cause why = cause == null ? Cause.CONNECTION_LOST : cause;
    end = new Disconnect(System.nanoTime(), number, clientId, principal, why, reason);
    return end;
  }

  /**
   * Closes the connection in good order: a client of MQTT 5 is told why, and TLS says goodbye.
   *
   * @param code of the DISCONNECT
   */
  void close(int code) {
    if (mqtt5() && open) {
      channel.writeAndFlush(MqttMessageBuilders.disconnect().reasonCode((byte) code).build());
    }
    channel.close();
  }

  /** Cuts the connection as a broker that dies does: no goodbye on any layer above TCP. */
  void cut() {
    ChannelHandlerContext end = socket;
    if (end == null) {
      channel.close();
    } else {
      end.close();
    }
  }
}
