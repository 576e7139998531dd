package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.store.Store;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final Recorder recorder = new Recorder();
  private final BrokerCore core = BrokerCore.moquette((client, failure) -> {}, Store.memory());
  private final Pipeline pipeline =
      new Pipeline(House.of(new OpenHouse(), new Script(), core, Store.memory()), recorder);
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @AfterEach
  void close() {
    channel.close();
    core.close();
  }

  @Test
  void client_that_sends_no_whole_connect_within_half_a_minute_is_closed() {
    open();
    byte[] connect = Wire.connect("kit");
    channel.writeInbound(Unpooled.wrappedBuffer(connect, 0, connect.length - 1));

    pass(29);
    assertThat(channel.isOpen()).isTrue();
    pass(2);

    assertThat(channel.isOpen()).isFalse();
    Disconnect end = recorder.awaitEndOf(1);
    assertThat(end.cause()).isEqualTo(Cause.CLIENT_ERROR);
    assertThat(end.reason()).isEqualTo("no CONNECT came within 30 s");
  }

  @Test
  void client_that_sent_its_connect_is_left_alone() {
    open();
    channel.writeInbound(Unpooled.wrappedBuffer(Wire.connect("kit")));

    pass(31);

    assertThat(channel.isOpen()).isTrue();
  }

  private void open() {
    channel.freezeTime();
    Connection connection = new Connection(1, channel);
    connection.secured("cafe");
    pipeline.addMqtt(channel.pipeline(), connection);
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
