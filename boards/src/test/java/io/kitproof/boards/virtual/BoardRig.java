package io.kitproof.boards.virtual;

import io.kitproof.boards.pty.HostEnd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A virtual board with its port open at the right rate, for tests that look at bytes. */
final class BoardRig implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final Duration QUIET = Duration.ofMillis(60);

  final VirtualBoard board;
  final HostEnd host;

  BoardRig(VirtualBoard board, int baud) {
    this.board = board;
    this.host = HostEnd.open(board.port(), baud);
  }

  void sendHex(String hex) {
    host.write(HEX.parseHex(hex));
  }

  /** Sends and returns as many bytes as the expected answer has. */
  String askHex(String hex, int count) {
    sendHex(hex);
    return HEX.formatHex(host.read(count));
  }

  String ask(String text, int count) {
    host.write(text);
    return host.readText(count);
  }

  /** What comes until it is quiet: for answers that should not come, or not so. */
  String rest() {
    return new String(host.readUntilQuiet(QUIET), StandardCharsets.ISO_8859_1);
  }

  String restHex() {
    return HEX.formatHex(host.readUntilQuiet(QUIET));
  }

  /** A net on that contact whose edges can be waited for. */
  Edges contact(int channel) {
    Net net = new Net("pin" + channel, true);
    board.wireContact(channel, net);
    Edges edges = new Edges(net);
    net.onEdge((high, nanos) -> edges.seen.add(high ? "high" : "low"));
    return edges;
  }

  Net input(int channel) {
    Net net = new Net("led" + channel, false);
    board.wireInput(channel, net);
    return net;
  }

  /** What has happened on a net. */
  record Edges(Net net, BlockingQueue<String> seen) {
    Edges(Net net) {
      this(net, new LinkedBlockingQueue<>());
    }

    String next() throws InterruptedException {
      String edge = seen.poll(20, TimeUnit.SECONDS);
      return edge == null ? "nothing" : edge;
    }
  }

  @Override
  public void close() {
    host.close();
    board.close();
  }
}
