package io.kitproof.broker.registry;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * All that is registered, and the one way to change it: one change at a time, kept together or not
 * at all, and over only when the store says it is kept.
 */
final class Books {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Account account;
  final Clock clock;
  final Shelf<Thing> things;
  final Shelf<ThingType> types;
  final Shelf<ThingGroup> groups;
  final Shelf<Certificate> certificates;
  final Shelf<Signatory> signatories;
  final Shelf<Policy> policies;
  final Shelf<Tags> tags;
  final Shelf<String> notes;

  /** Policy name, then the ARN of what it is attached to. */
  final Links targets;

  /** Thing name, then certificate id; the note is the type of the attachment. */
  final Links principals;

  /** Group name, then thing name. */
  final Links members;

  private final Store store;
  private final Object oneAtATime = new Object();
  private final List<Runnable> forgetful = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Books(Store store, Account account, Clock clock) {
    this.store = store;
    this.account = account;
    this.clock = clock;
    this.things = new Shelf<>(store, "things", Thing.class);
    this.types = new Shelf<>(store, "thing-types", ThingType.class);
    this.groups = new Shelf<>(store, "thing-groups", ThingGroup.class);
    this.certificates = new Shelf<>(store, "certificates", Certificate.class);
    this.signatories = new Shelf<>(store, "ca-certificates", Signatory.class);
    this.policies = new Shelf<>(store, "policies", Policy.class);
    this.tags = new Shelf<>(store, "tags", Tags.class);
    this.notes = new Shelf<>(store, "notes", String.class);
    this.targets = new Links(store, "policy-targets");
    this.principals = new Links(store, "thing-principals");
    this.members = new Links(store, "group-members");
  }

  /** Calls back before those who listen, so that what they ask then is answered anew. */
  void beforeOthers(Runnable forgetting) {
    forgetful.add(forgetting);
  }

  AutoCloseable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Makes a change that bears on nobody's rights.
   *
   * @param deed checks first and writes then; must not block
   * @throws AwsFault as thrown by the deed, or ServiceUnavailableException if the store does not
   *     keep the change within 30 s
   */
  @CanIgnoreReturnValue
  <T> T change(Supplier<T> deed) {
    List<T> result = new ArrayList<>(1);
    synchronized (oneAtATime) {
      store.together(() -> result.add(deed.get()));
    }
    awaitKept();
    return result.get(0);
  }

  void change(Runnable deed) {
    synchronized (oneAtATime) {
      store.together(deed);
    }
    awaitKept();
  }

  /** Makes a change that may bear on what a connected device may do, and tells who listens. */
  @CanIgnoreReturnValue
  <T> T changeRights(Supplier<T> deed) {
    T result =
        change(
            () -> {
              T done = deed.get();
              forgetful.forEach(Runnable::run);
              return done;
            });
    listeners.forEach(Runnable::run);
    return result;
  }

  void changeRights(Runnable deed) {
    change(
        () -> {
          deed.run();
          forgetful.forEach(Runnable::run);
        });
    listeners.forEach(Runnable::run);
  }

  /**
   * The certificate with this full name.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  @CanIgnoreReturnValue
  Certificate certificate(String arn) {
    return account
        .nameIn(arn, "cert")
        .flatMap(certificates::find)
        .orElseThrow(Faults::noSuchCertificate);
  }

  /** The groups from the root down to this one; none if there is no such group. */
  List<ThingGroup> lineage(String group) {
    List<ThingGroup> line = new ArrayList<>();
    Optional<ThingGroup> next = groups.find(group);
    while (next.isPresent()) {
      line.add(0, next.get());
      next = Optional.ofNullable(next.get().parent()).flatMap(groups::find);
    }
    return line;
  }

  /** Part of a change. */
  void putTags(String arn, Tags of) {
    if (of.values().isEmpty()) {
      tags.remove(arn);
    } else {
      tags.put(arn, of);
    }
  }

  private void awaitKept() {
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    store.whenKept(() -> kept.complete(true));
    try {
      kept.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static AwsFault unavailable() {
    return new AwsFault(
        "ServiceUnavailableException", 503, "The service is temporarily unavailable.");
  }
}
