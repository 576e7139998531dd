package io.kitproof.broker.gateway;

import io.kitproof.broker.traffic.Connected;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection. It belongs to the gateway's thread; only what {@link #connected}
 * tells may be asked from others.
 */
final class Connection {

  private final long number;
  private final Channel channel;
  private volatile String clientId = "";
  private volatile String principal = "";
  private int protocolLevel;
  private boolean secured;
  private volatile long sinceNanos;
  private volatile boolean open;
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

  void accepted() {
    sinceNanos = System.nanoTime();
    open = true;
  }

  boolean open() {
    return open;
  }

  Connected connected() {
    return new Connected(
        number, clientId, principal, (InetSocketAddress) channel.remoteAddress(), sinceNanos);
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

  Disconnect gone() {
    ends(
        Cause.CONNECTION_LOST,
        secured
            ? "the client closed the connection without a DISCONNECT"
            : "the client closed the connection before TLS was set up");
    open = false;
    Cause why = cause == null ? Cause.CONNECTION_LOST : cause;
    return new Disconnect(System.nanoTime(), number, clientId, principal, why, reason);
  }

  /** Closes the connection in good order: TLS says goodbye. */
  void close() {
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
