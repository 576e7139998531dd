package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifeTest {
  private static final Duration FIVE = Duration.ofSeconds(5);
  private static final Duration YEAR = Duration.ofDays(365);

  private final List<Duration> ranOut = new CopyOnWriteArrayList<>();
  private final Life life = new Life("kit", FirmwareClock.scaled(100).onRunOut(ranOut::add));
  private final Object monitor = new Object();

  @AfterEach
  void end() {
    life.end();
  }

  @Test
  void never_sleeps_less() {
    long before = System.nanoTime();

    life.sleep(FIVE);

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(50_000_000L);
    assertThat(ranOut).containsExactly(FIVE);
  }

  @Test
  void a_wait_ends_at_once_when_it_is_done() {
    synchronized (monitor) {
      assertThat(life.await(monitor, () -> true, YEAR)).isTrue();
    }
    assertThat(ranOut).isEmpty();
  }

  @Test
  void a_wait_ends_when_it_is_told() {
    AtomicBoolean done = new AtomicBoolean();

    synchronized (monitor) {
      life.spawn(
          "other",
          () -> {
            synchronized (monitor) {
              done.set(true);
              monitor.notifyAll();
            }
          });
      assertThat(life.await(monitor, done::get, YEAR)).isTrue();
    }
  }

  @Test
  void a_wait_for_nothing_ends_when_the_time_is_over() {
    synchronized (monitor) {
      assertThat(life.await(monitor, () -> false, FIVE)).isFalse();
    }
    assertThat(ranOut).containsExactly(FIVE);
  }

  @Test
  void what_is_due_earlier_happens_earlier() throws Exception {
    List<String> done = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    life.every(Duration.ofSeconds(2), () -> done.add("tick"));

    life.spawn(
        "app",
        () -> {
          life.sleep(FIVE);
          end.countDown();
        });

    assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
    life.end();
    assertThat(done).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void the_end_interrupts_whatever_waits() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    life.spawn(
        "app",
        () -> {
          begun.countDown();
          try {
            life.sleep(YEAR);
          } finally {
            ended.countDown();
          }
        });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    life.end();

    assertThat(ended.getCount()).isZero();
    assertThatThrownBy(() -> life.output(() -> {})).isInstanceOf(PowerLost.class);
    assertThatThrownBy(() -> life.spawn("late", () -> {})).isInstanceOf(PowerLost.class);
  }

  @Test
  void what_belongs_to_it_ends_with_it_even_when_it_comes_late() {
    List<String> ended = new ArrayList<>();
    life.atPowerLoss(() -> ended.add("early"));

    life.end();
    life.atPowerLoss(() -> ended.add("late"));
    life.end();

    assertThat(ended).containsExactly("early", "late");
  }

  @Test
  void a_crash_keeps_what_belongs_to_it_until_the_end() {
    List<String> ended = new ArrayList<>();
    life.atPowerLoss(() -> ended.add("socket"));

    assertThatThrownBy(life::crash).isInstanceOf(PowerLost.class);
    assertThat(ended).isEmpty();
    assertThatThrownBy(() -> life.output(() -> {})).isInstanceOf(PowerLost.class);

    life.end();
    assertThat(ended).containsExactly("socket");
  }
}
