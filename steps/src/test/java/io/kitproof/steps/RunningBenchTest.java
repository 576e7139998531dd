package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.RigException;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.fixtures.health.WedgedBenchException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RunningBenchTest {
  private static final String ONE_KIT =
      """
      bench: small
      boards:
        presses: {family: numato, virtual: true, channels: 8}
      kits:
        publisher:
          firmware: {app: publisher, profile: wiced41}
          virtual: true
          buttons: {MB1: presses/0}
      """;

  private final RigException dead =
      RigException.cloud("The test client", "publish", new IOException("gone"));

  private static Bench small() {
    return Bench.open(BenchFile.parse(ONE_KIT, "small.yaml"));
  }

  @SafeVarargs
  private static Supplier<Bench> opening(Supplier<Bench>... inTurn) {
    Deque<Supplier<Bench>> next = new ArrayDeque<>(List.of(inTurn));
    return () -> next.remove().get();
  }

  private Bench failing() {
    throw dead;
  }

  @Test
  void a_bench_that_does_not_open_says_why_whenever_it_is_wanted() {
    try (RunningBench running = RunningBench.open("small", this::failing)) {
      assertThat(running.isThere()).isFalse();
      assertThatThrownBy(running::get).isSameAs(dead);
    }
  }

  @Test
  void a_bench_that_failed_is_opened_anew() {
    try (RunningBench running =
        RunningBench.open("small", opening(RunningBenchTest::small, RunningBenchTest::small))) {
      Bench first = running.get();

      assertThat(running.failed()).isEmpty();

      assertThat(running.get()).isNotSameAs(first);
    }
  }

  @Test
  void a_bench_that_stays_dead_is_wedged() {
    try (RunningBench running =
        RunningBench.open("small", opening(RunningBenchTest::small, this::failing))) {
      Wedge wedge = running.failed().orElseThrow();

      assertThat(wedge.bench()).isEqualTo("small");
      assertThat(wedge.text()).isEqualTo(dead.getMessage());
      assertThat(running.isThere()).isFalse();
      assertThatThrownBy(running::get)
          .isInstanceOf(WedgedBenchException.class)
          .hasMessageStartingWith("Bench small is wedged: it failed its health check at ")
          .hasCause(dead);
    }
  }
}
