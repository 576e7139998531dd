package io.kitproof.boards.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareClockTest {
  private static final Duration FIVE = Duration.ofSeconds(5);

  private final FirmwareClock clock = FirmwareClock.scaled(100);

  @Test
  void converts_both_ways() {
    assertThat(clock.factor()).isEqualTo(100);
    assertThat(clock.real(FIVE)).isEqualTo(Duration.ofMillis(50));
    assertThat(clock.firmware(Duration.ofMillis(50))).isEqualTo(FIVE);
    assertThat(FirmwareClock.real().real(FIVE)).isEqualTo(FIVE);
  }

  @Test
  void never_sleeps_less() throws Exception {
    long before = System.nanoTime();

    clock.sleep(FIVE);

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(50_000_000L);
  }

  @Test
  void a_wait_ends_at_once_when_it_is_done() throws Exception {
    Object monitor = new Object();
    AtomicBoolean done = new AtomicBoolean(true);

    synchronized (monitor) {
      assertThat(clock.await(monitor, done::get, Duration.ofDays(365))).isTrue();
    }
  }

  @Test
  void a_wait_ends_when_it_is_told() throws Exception {
    Object monitor = new Object();
    AtomicBoolean done = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              synchronized (monitor) {
                done.set(true);
                monitor.notifyAll();
              }
            });

    synchronized (monitor) {
      other.start();
      assertThat(clock.await(monitor, done::get, Duration.ofDays(365))).isTrue();
    }
  }

  @Test
  void a_wait_for_nothing_ends_when_the_time_is_over() throws Exception {
    Object monitor = new Object();
    long before = System.nanoTime();

    synchronized (monitor) {
      assertThat(clock.await(monitor, () -> false, FIVE)).isFalse();
    }

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(50_000_000L);
  }

  @Test
  void every_goes_on_until_interrupted() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    Thread thread =
        new Thread(
            () -> {
              try {
                clock.every(Duration.ofSeconds(1), three::countDown);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    long before = System.nanoTime();
    thread.start();

    assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30_000_000L);

    thread.interrupt();
    thread.join(20_000);
    assertThat(thread.isAlive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_factor_must_make_sense(double factor) {
    assertThatThrownBy(() -> FirmwareClock.scaled(factor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A firmware clock cannot run %s times as fast; the factor must be above 0.", factor);
  }
}
