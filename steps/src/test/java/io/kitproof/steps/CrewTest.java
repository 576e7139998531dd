package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.fixtures.timeline.InterruptedWaitException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CrewTest {
  private static final String THREAD = "crew-of-the-test-";

  @Test
  void pieces_are_worked_off_at_once_and_come_back_in_order() {
    CyclicBarrier together = new CyclicBarrier(3);

    List<String> done =
        new Crew(3, THREAD)
            .work(
                List.of("a", "b", "c"),
                (piece, stopper) -> {
                  meet(together);
                  return piece + piece;
                });

    assertThat(done).containsExactly("aa", "bb", "cc");
  }

  private static void meet(CyclicBarrier together) {
    try {
      int unused = together.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_a_piece_throws_ends_the_work_and_the_rest_never_begins() {
    AtomicInteger begun = new AtomicInteger();
    List<Integer> pieces = IntStream.range(0, 50).boxed().toList();

    assertThatThrownBy(
            () ->
                new Crew(1, THREAD)
                    .work(
                        pieces,
                        (piece, stopper) -> {
                          int number = begun.incrementAndGet();
                          throw new IllegalArgumentException("piece " + number);
                        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("piece 1");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals(THREAD + 1) && thread.isAlive());
  }

  @Test
  void an_interruption_ends_it() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                new Crew(2, THREAD)
                    .work(
                        List.of(1, 2),
                        (piece, stopper) -> stopper.interrupting(CrewTest::untilInterrupted)))
        .isInstanceOf(InterruptedWaitException.class);
  }

  private static int untilInterrupted() {
    try {
      new CountDownLatch(1).await();
      return 1;
    } catch (InterruptedException stopped) {
      return 0;
    }
  }
}
