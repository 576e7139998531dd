package io.kitproof.broker.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.bus.Extras;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.RetainedMessages.Retained;
import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeptRetainedTest {

  private final Store store = Store.memory();

  @Test
  void message_takes_the_place_of_another_without_a_moment_between_them() {
    List<String> changes = new ArrayList<>();
    try (BrokerCore core = BrokerCore.moquette((client, failure) -> {}, watched(changes))) {
      core.publish(retained("1"));
      core.publish(retained("2"));
      core.publish(retained(""));
    }

    assertThat(changes).containsExactly("put a", "put a", "remove a");
  }

  @Test
  void time_of_a_message_is_when_it_was_kept_however_often_the_cloud_starts() {
    Retained before;
    try (BrokerCore core = BrokerCore.moquette((client, failure) -> {}, store)) {
      core.publish(retained("1"));
      before = core.retained().get("a").orElseThrow();
    }
    while (System.currentTimeMillis() == before.since().toEpochMilli()) {
      Thread.onSpinWait();
    }

    try (BrokerCore core = BrokerCore.moquette((client, failure) -> {}, store)) {
      assertThat(core.retained().get("a").orElseThrow().since().toEpochMilli())
          .isEqualTo(before.since().toEpochMilli());
    }
  }

  private static Publication retained(String text) {
    return new Publication("a", text.getBytes(UTF_8), 1, true, Extras.NONE);
  }

  /** The store, and what changes in its table of retained messages. */
  private Store watched(List<String> changes) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) ->
                List.of(arguments == null ? new Object[0] : arguments).contains("core.retained")
                    ? watched(store.table("core.retained"), changes)
                    : method.invoke(store, arguments));
  }

  private static Table watched(Table table, List<String> changes) {
    return (Table)
        Proxy.newProxyInstance(
            Table.class.getClassLoader(),
            new Class<?>[] {Table.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("put") || method.getName().equals("remove")) {
                changes.add(method.getName() + " " + arguments[0]);
              }
              return method.invoke(table, arguments);
            });
  }
}
