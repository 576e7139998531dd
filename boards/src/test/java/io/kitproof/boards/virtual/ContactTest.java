package io.kitproof.boards.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time stands still here until it is told to pass. */
class ContactTest {
  private record Due(Duration time, Runnable deed) {}

  private final List<Due> due = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();

  private Contact contact(Faults faults) {
    Contact contact = new Contact(0, (time, deed) -> due.add(new Due(time, deed)));
    Net net = new Net("pin", true);
    contact.wire(net);
    net.onEdge((high, nanos) -> edges.add(high ? "high" : "low"));
    contact.misbehave(faults);
    return contact;
  }

  private void letTimePass() {
    List<Due> now = due.stream().sorted(Comparator.comparing(Due::time)).toList();
    due.clear();
    now.forEach(d -> d.deed().run());
  }

  /** For each of eight moves the times of its extra edges. */
  private List<List<Duration>> bounces(long seed) {
    List<List<Duration>> all = new ArrayList<>();
    Contact contact = contact(Faults.none().withBounce(20, Duration.ofMillis(3), seed));
    for (int i = 0; i < 8; i++) {
      boolean close = i % 2 == 0;
      edges.clear();
      contact.move(close);
      all.add(due.stream().map(Due::time).toList());
      letTimePass();
      assertThat(edges).hasSize(all.get(i).size() + 1).endsWith(close ? "low" : "high");
    }
    return all;
  }

  @Test
  void bounces_are_the_same_for_a_seed_and_end_where_the_contact_stands() {
    List<List<Duration>> first = bounces(1);

    assertThat(bounces(1)).isEqualTo(first);
    assertThat(bounces(2)).isNotEqualTo(first);
    assertThat(first).allMatch(times -> times.size() % 2 == 0 && times.size() <= 20);
    assertThat(first)
        .allSatisfy(times -> assertThat(times).isNotEmpty().allMatch(ContactTest::inTime));
  }

  private static boolean inTime(Duration time) {
    return !time.isNegative() && time.compareTo(Duration.ofMillis(3)) <= 0;
  }

  @Test
  void a_command_ends_the_bounce_of_the_one_before() {
    Contact contact = contact(Faults.none().withBounce(20, Duration.ofMillis(3), 1));
    contact.move(true);
    List<Due> stale = List.copyOf(due);
    due.clear();
    contact.misbehave(Faults.none());

    contact.move(false);
    stale.forEach(d -> d.deed().run());

    assertThat(edges).containsExactly("low", "high");
  }

  @Test
  void a_contact_that_gets_stuck_while_it_bounces_rests_where_it_is_stuck() {
    Contact contact = contact(Faults.none().withBounce(20, Duration.ofMillis(3), 1));
    contact.move(true);

    contact.misbehave(Faults.none().withStuck(0, false));
    letTimePass();

    assertThat(edges).endsWith("high");
    assertThat(contact.closed()).isFalse();
  }
}
