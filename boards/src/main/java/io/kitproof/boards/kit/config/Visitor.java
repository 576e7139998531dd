package io.kitproof.boards.kit.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;

/** One connection to the server: bytes in, bytes out. */
final class Visitor {
  private static final int LARGEST_READ = 4096;

  private final SocketChannel channel;
  private final Arrivals arrivals;
  private final ByteBuffer read = ByteBuffer.allocate(LARGEST_READ);
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private boolean leaving;

  Visitor(SocketChannel channel, Arrivals arrivals) {
    this.channel = channel;
    this.arrivals = arrivals;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  /** What has come, packet by packet; nothing when the visitor is gone, who is then let go. */
  List<byte[]> receive() throws IOException {
    read.clear();
    if (channel.read(read) < 0) {
      leave();
      return List.of();
    }
    return Segments.of(Arrays.copyOf(read.array(), read.position()));
  }

  /** Sends what can be sent at once; the rest follows when there is room, before more is read. */
  void send(byte[] answer, boolean last, SelectionKey key) throws IOException {
    ByteBuffer both = ByteBuffer.allocate(unsent.remaining() + answer.length);
    unsent = both.put(unsent).put(answer).flip();
    leaving = last;
    sendOn(key);
  }

  /** Goes on sending. */
  void sendOn(SelectionKey key) throws IOException {
    int unused = channel.write(unsent);
    if (unsent.hasRemaining()) {
      key.interestOps(SelectionKey.OP_WRITE);
    } else if (leaving) {
      leave();
    } else {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  void leave() throws IOException {
    channel.close();
  }
}
