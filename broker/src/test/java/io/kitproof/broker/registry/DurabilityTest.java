package io.kitproof.broker.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.policy.NamedPolicy;
import io.kitproof.broker.registry.Memberships.Reference;
import io.kitproof.broker.registry.ThingPrincipals.Type;
import io.kitproof.broker.store.Store;
import io.kitproof.broker.store.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class DurabilityTest {

  @Test
  void the_next_process_finds_everything() {
    Store store = Store.memory();
    Registry first = Registries.at(store);
    Certificate certificate = Registries.registered(first);
    String arn = first.certificates().arn(certificate.id());
    Thing thing =
        first
            .things()
            .create(
                new Things.New(
                    "bulb", null, Registries.attributes(Map.of("room", "kitchen")), null));
    Policy policy = first.policies().create("p", Registries.ALLOW_ALL, Map.of("k", "v"));
    ThingGroup group = first.groups().create(ThingGroups.New.named("lab"));
    ThingType type =
        first
            .types()
            .create(
                "Bulb",
                new ThingType.Properties(
                    null, List.of("room"), List.of(new ThingType.Propagated("k", "room", null))),
                Map.of());
    first.attachments().attach("p", arn);
    first.principals().attach("bulb", arn, Type.EXCLUSIVE_THING);
    first.memberships().add(Reference.named("lab"), Reference.named("bulb"));
    String code = first.signatories().registrationCode();

    Registry next = Registries.at(store);

    assertThat(next.certificates().describe(certificate.id())).isEqualTo(certificate);
    assertThat(next.thing("bulb")).contains(thing);
    assertThat(next.policies().get("p")).isEqualTo(policy);
    assertThat(next.groups().describe("lab")).isEqualTo(group);
    assertThat(next.types().describe("Bulb")).isEqualTo(type);
    assertThat(next.policiesOf(certificate.id()).policies())
        .extracting(NamedPolicy::name)
        .containsExactly("p");
    assertThat(next.thingsOf(certificate.id())).containsExactly("bulb");
    assertThat(next.memberships().groups("bulb", Paging.FIRST).items()).containsExactly("lab");
    assertThat(next.signatories().registrationCode()).isEqualTo(code);
    assertThat(next.tagging().list(next.policies().arn("p"), Paging.FIRST).items()).hasSize(1);
  }

  @Test
  void what_is_detached_and_deleted_stays_so() {
    Store store = Store.memory();
    Registry first = Registries.at(store);
    Certificate certificate = Registries.registered(first);
    String arn = first.certificates().arn(certificate.id());
    first.policies().create("p", Registries.ALLOW_ALL, Map.of());
    first.attachments().attach("p", arn);
    first.attachments().detach("p", arn);
    first.certificates().update(certificate.id(), Certificate.Status.INACTIVE);
    first.certificates().delete(certificate.id(), false);

    Registry next = Registries.at(store);

    assertThat(next.certificateStatus(certificate.id())).isEmpty();
    next.policies().delete("p");
  }

  @Test
  void a_damaged_entry_is_named() {
    Store store = Store.memory();
    store.table("registry.things").put("bulb", "{]".getBytes(UTF_8));

    assertThatThrownBy(() -> Registries.at(store))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The store is damaged: \"bulb\" of things can't be read.");
    Store another = Store.memory();
    another.table("registry.policy-targets").put("p", new byte[0]);
    assertThatThrownBy(() -> Registries.at(another))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The store is damaged: \"p\" of policy-targets links nothing.");
  }

  @Test
  void members_that_a_later_version_has_written_are_passed_over() {
    Store store = Store.memory();
    store
        .table("registry.things")
        .put(
            "bulb",
            "{\"name\":\"bulb\",\"id\":\"1\",\"version\":3,\"colour\":\"red\"}".getBytes(UTF_8));

    assertThat(Registries.at(store).things().describe("bulb"))
        .isEqualTo(new Thing("bulb", "1", null, Map.of(), 3));
  }

  @Test
  void an_operation_is_over_only_when_the_store_has_kept_it() throws Exception {
    SlowStore store = new SlowStore();
    Registry registry = Registry.open(store, Registries.ACCOUNT, Clouds.AUTHORITY);
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    CompletableFuture<Thing> making =
        CompletableFuture.supplyAsync(
            () -> {
              Thing made = registry.things().create(Things.New.named("bulb"));
              over.complete(true);
              return made;
            });

    Runnable kept = store.asked.poll(10, TimeUnit.SECONDS);

    assertThat(kept).isNotNull();
    assertThat(registry.thing("bulb")).isPresent();
    assertThat(over).isNotDone();
    kept.run();
    assertThat(making.get(10, TimeUnit.SECONDS).name()).isEqualTo("bulb");
  }

  /** Keeps what it is told, but does not say so by itself. */
  private static final class SlowStore implements Store {

    private final Store inner = Store.memory();
    private final BlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();

    @Override
    public Table table(String name) {
      return inner.table(name);
    }

    @Override
    public void together(Runnable changes) {
      inner.together(changes);
    }

    @Override
    public void whenKept(Runnable task) {
      asked.add(task);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
