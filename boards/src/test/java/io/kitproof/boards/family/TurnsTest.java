package io.kitproof.boards.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  private final Turns turns = new Turns();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void a_command_goes_before_all_samples_that_wait() throws Exception {
    turns.take(false);
    Thread first = waiting("first sample", false);
    Thread second = waiting("second sample", false);
    Thread command = waiting("command", true);

    turns.giveBack();
    for (Thread thread : List.of(first, second, command)) {
      thread.join(20_000);
    }

    assertThat(order).hasSize(3).startsWith("command");
  }

  private Thread waiting(String name, boolean hurry) {
    Thread thread =
        new Thread(
            () -> {
              turns.take(hurry);
              order.add(name);
              turns.giveBack();
            },
            name);
    thread.start();
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (thread.getState() != Thread.State.WAITING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(100_000);
    }
    return thread;
  }
}
