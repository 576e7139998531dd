package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetTest {
  @Test
  void changes_are_told_once_each_and_in_order_with_their_time() {
    Net net = new Net("MB1", true);
    List<String> edges = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    net.onEdge(
        (high, nanos) -> {
          edges.add(high ? "up" : "down");
          times.add(nanos);
        });
    long before = System.nanoTime();

    net.set(true);
    net.set(false);
    net.set(false);
    net.set(true);

    assertThat(edges).containsExactly("down", "up");
    assertThat(times).isSorted().allMatch(t -> t >= before && t <= System.nanoTime());
    assertThat(net.high()).isTrue();
    assertThat(net).hasToString("MB1 high");
  }
}
