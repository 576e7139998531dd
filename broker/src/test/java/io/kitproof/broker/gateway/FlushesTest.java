package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlushesTest {

  private final List<Integer> flushed = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Connection connection = new Connection(1, channel);
  private int written;

  FlushesTest() {
    channel.pipeline().addLast(new Socket(), new Flushes(connection));
  }

  @AfterEach
  void close() {
    channel.close();
  }

  @Test
  void first_packets_of_a_turn_leave_one_by_one_and_the_rest_together() {
    flood(Flushes.ALONE + 5);
    assertThat(flushed).containsOnly(1).hasSize(Flushes.ALONE);

    channel.runPendingTasks();
    assertThat(flushed).hasSize(Flushes.ALONE + 1).endsWith(5);

    flushed.clear();
    flood(2);
    assertThat(flushed).containsExactly(1, 1);
  }

  @Test
  void packet_that_waits_is_stamped_all_the_same() {
    flood(Flushes.ALONE);
    assertThat(connection.writtenNanos).isZero();

    flood(1);

    assertThat(connection.writtenNanos).isNotZero();
  }

  @Test
  void packets_that_wait_leave_before_the_connection_is_closed() {
    flood(Flushes.ALONE + 5);

    channel.close();

    assertThat(flushed).endsWith(5);
  }

  @Test
  void nothing_is_flushed_where_nothing_was_written() {
    channel.flush();
    flood(1);
    channel.flush();

    assertThat(flushed).containsExactly(1);
  }

  private void flood(int packets) {
    for (int i = 0; i < packets; i++) {
      channel.pipeline().write(Unpooled.wrappedBuffer(new byte[] {1}));
      channel.pipeline().flush();
    }
  }

  /** Counts what is written with each flush. */
  private final class Socket extends ChannelDuplexHandler {
    @Override
    public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
      written++;
      ((ByteBuf) bytes).release();
      promise.setSuccess();
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
      flushed.add(written);
      written = 0;
    }
  }
}
