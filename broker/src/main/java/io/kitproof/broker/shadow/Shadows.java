package io.kitproof.broker.shadow;

import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.TopicService;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.shadow.ShadowTopic.Operation;
import io.kitproof.broker.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Device Shadow service, over MQTT and for HTTP. Facts of AWS IoT 1; a shadow needs no thing in
 * the registry. Safe for use from many threads: requests of one shadow are served one after the
 * other, and answered once what they changed is kept.
 */
public final class Shadows implements TopicService {

  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);

  /** Locks to spread the shadows over; two shadows rarely wait for each other. */
  private static final int LANES = 64;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Bus bus;
  private final Desk desk;
  private final Catalogue catalogue;
  private final InFlight inFlight = new InFlight();
  private final List<Lane> lanes;
  private final List<Refused> refused = new CopyOnWriteArrayList<>();

  /** Whose updates over MQTT are refused, whatever they are. */
  private record Refused(String principal, AwsFault fault) {}

  private Shadows(Store store, Bus bus, Clock clock) {
    Archive archive = new Archive(store);
    this.bus = bus;
    this.desk = new Desk(archive, clock);
    this.catalogue = new Catalogue(archive, clock);
    this.lanes = Stream.generate(() -> new Lane(store)).limit(LANES).toList();
  }

  /**
   * Opens the shadows in a store.
   *
   * @param clock gives the timestamps
   */
  public static Shadows open(Store store, Bus bus, Clock clock) {
    return new Shadows(store, bus, clock);
  }

  @Override
  public boolean takes(String topic) {
    return ShadowTopic.parse(topic) != null;
  }

  @Override
  public boolean offers(String filter) {
    return ShadowFilter.offered(filter);
  }

  @Override
  public void received(Publication publication, String clientId, String principal) {
    ShadowTopic asked = ShadowTopic.parse(publication.topic());
    if (asked == null) {
      throw new IllegalArgumentException(publication.topic() + " is no topic for requests.");
    }
    String thing = asked.name().thing();
    Optional<AwsFault> fault = toldToRefuse(asked, principal);
    if (fault.isPresent()) {
      tell(Desk.refused(asked, fault.get(), Request.plain(publication.payload()).token()));
      return;
    }
    if (!inFlight.enter(clientId, thing)) {
      String token = Request.plain(publication.payload()).token();
      tell(Desk.refused(asked, Faults.tooManyInFlight(), token));
      return;
    }
    lane(asked)
        .enter(
            () -> {
              Reply reply = desk.serve(asked, publication.payload());
              return () -> tell(reply);
            },
            () -> inFlight.leave(clientId, thing));
  }

  private Optional<AwsFault> toldToRefuse(ShadowTopic asked, String principal) {
    return asked.operation() == Operation.UPDATE
        ? refused.stream()
            .filter(r -> r.principal.equals(principal))
            .map(Refused::fault)
            .findFirst()
        : Optional.empty();
  }

  /**
   * Refuses every update over MQTT by the client with this certificate.
   *
   * @param conflict whether for a version conflict; else for a failure of the service
   * @return ends it
   */
  public Runnable refuseUpdates(String principal, boolean conflict) {
    Refused one = new Refused(principal, conflict ? Faults.versionConflict() : Faults.internal());
    refused.add(0, one);
    return () -> refused.remove(one);
  }

  /** Whether anybody's updates are refused. */
  public boolean refusesUpdates() {
    return !refused.isEmpty();
  }

  /**
   * The shadow document, as GetThingShadow answers it. Subscribers hear nothing of it.
   *
   * @param shadow absent for the classic shadow
   * @throws AwsFault if there is none or a name cannot be
   */
  public byte[] get(String thing, Optional<String> shadow) {
    return serve(thing, shadow, Operation.GET, new byte[0]);
  }

  /**
   * Changes a shadow as UpdateThingShadow does and tells subscribers. Waits until the change is
   * kept, so call it where waiting is allowed.
   *
   * @throws AwsFault if it is refused, of which subscribers hear nothing
   */
  public byte[] update(String thing, Optional<String> shadow, byte[] body) {
    return serve(thing, shadow, Operation.UPDATE, body);
  }

  /**
   * Deletes a shadow as DeleteThingShadow does and tells subscribers. Waits until it is kept.
   *
   * @throws AwsFault if there is none or a name cannot be
   */
  public byte[] delete(String thing, Optional<String> shadow) {
    return serve(thing, shadow, Operation.DELETE, new byte[0]);
  }

  /**
   * The named shadows of a thing, whether the registry knows it or not.
   *
   * @param nextToken of the page before
   * @param pageSize 1 to 100, which is the default
   * @throws AwsFault if one of them cannot be
   */
  public NamedShadows list(String thing, Optional<String> nextToken, Optional<Integer> pageSize) {
    return catalogue.list(thing, nextToken, pageSize);
  }

  private byte[] serve(String thing, Optional<String> shadow, Operation operation, byte[] body) {
    ShadowTopic asked = new ShadowTopic(ShadowName.of(thing, shadow), operation);
    CompletableFuture<Reply> served = new CompletableFuture<>();
    lane(asked)
        .enter(
            () -> {
              Reply reply = desk.serve(asked, body);
              return () -> {
                if (reply.refusal().isEmpty() && operation != Operation.GET) {
                  tell(reply);
                }
                served.complete(reply);
              };
            },
            () -> {});
    Reply reply = await(served);
    reply
        .refusal()
        .ifPresent(
            fault -> {
              throw fault;
            });
    return reply.answer();
  }

  private static Reply await(CompletableFuture<Reply> served) {
    try {
      return served.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Faults.internal();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The store has not kept a shadow within {}.", PATIENCE, e);
      throw Faults.internal();
    }
  }

  private Lane lane(ShadowTopic asked) {
    return lanes.get(Math.floorMod(asked.name().hashCode(), LANES));
  }

  /** Never fails, so that a message that cannot go out does not hold up those behind it. */
  private void tell(Reply reply) {
    for (Publication news : reply.news()) {
      if (news.payload().length > TreeReader.MAX_PAYLOAD) {
        LOG.warn("{} would have {} bytes.", news.topic(), news.payload().length);
        continue;
      }
      try {
        bus.publish(news);
      } catch (RuntimeException e) {
        LOG.warn("{} could not be published.", news.topic(), e);
      }
    }
  }
}
