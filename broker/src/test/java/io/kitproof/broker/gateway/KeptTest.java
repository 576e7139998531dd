package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.RawClient;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.Wire;
import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptTest {

  private final SlowStore store = new SlowStore();
  private final DeviceGateway gateway =
      DeviceGateway.build(
          Clouds.AUTHORITY.server("us-east-1"),
          new OpenHouse(),
          new Recorder(),
          store,
          BrokerCore::moquette);
  private final RawClient kit = RawClient.open(gateway.openMqtt(Clouds.anywhere()));

  @AfterEach
  void close() {
    kit.close();
    gateway.close();
    store.close();
  }

  @Test
  void acknowledgements_wait_until_what_they_acknowledge_is_kept_and_nothing_passes_them()
      throws Exception {
    kit.send(Wire.connect("kit"));
    store.keepOne();
    assertThat(kit.receive()).isEqualTo("20020000");
    kit.send(Wire.subscribe(1, 0, "b"));
    store.keepOne();
    assertThat(kit.receive()).isEqualTo("9003000100");

    kit.send(Wire.publish("a", 1, 5, "X"));
    Runnable first = store.next();
    kit.send(Wire.publish("a", 1, 6, "X"));
    Runnable second = store.next();
    kit.send(Wire.publish("b", 0, 0, "Y")).send(Wire.hex("c000"));
    second.run();
    first.run();

    assertThat(kit.receive()).isEqualTo("40020005");
    assertThat(kit.receive()).isEqualTo("40020006");
    assertThat(new String[] {kit.receive(), kit.receive()})
        .containsExactlyInAnyOrder("3004" + "000162" + "59", "d000");
  }

  /** A store that keeps things when it is told to. */
  private static final class SlowStore implements Store {

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Store memory = Store.memory();

    void keepOne() throws InterruptedException {
      next().run();
    }

    Runnable next() throws InterruptedException {
      Runnable task = tasks.poll(20, TimeUnit.SECONDS);
      assertThat(task).as("an acknowledgement that waits").isNotNull();
      return task;
    }

    @Override
    public Table table(String name) {
      return memory.table(name);
    }

    @Override
    public void together(Runnable changes) {
      memory.together(changes);
    }

    @Override
    public void whenKept(Runnable task) {
      tasks.add(task);
    }

    @Override
    public void close() {
      memory.close();
    }
  }
}
