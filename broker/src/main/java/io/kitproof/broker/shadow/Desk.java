package io.kitproof.broker.shadow;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.ShadowTopic.Operation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the requests of a shadow, one after the other; who calls sees to that. */
final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** Of the state after the merge; metadata is free (1.10). */
  private static final int MAX_SIZE = 8 * 1024;

  private static final int QOS = 1;

  private final Archive archive;
  private final Clock clock;

  Desk(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  Reply serve(ShadowTopic asked, byte[] payload) {
    long now = clock.instant().getEpochSecond();
    Request request =
        asked.operation() == Operation.UPDATE
            ? Request.update(payload, now)
            : Request.plain(payload);
    try {
      return serve(asked, request, now);
    } catch (AwsFault fault) {
      return refused(asked, fault, request.token());
    } catch (RuntimeException e) {
      LOG.warn("Shadow {} cannot be served.", asked.name().key(), e);
      return refused(asked, Faults.internal(), request.token());
    }
  }

  static Reply refused(ShadowTopic asked, AwsFault fault, @Nullable String token) {
    byte[] rejected = Messages.rejected(fault, token);
    return new Reply(rejected, List.of(news(asked, "/rejected", rejected)), Optional.of(fault));
  }

  private Reply serve(ShadowTopic asked, Request request, long now) {
    if (request.flaw() != null) {
      throw request.flaw();
    }
    String key = asked.name().key();
    Document document = archive.get(key);
    if (asked.operation() == Operation.UPDATE) {
      return update(asked, request, document, now);
    }
    if (document == null) {
      throw Faults.noShadow(asked.name());
    }
    if (asked.operation() == Operation.GET) {
      return accepted(asked, Messages.got(document, now, request.token()));
    }
    archive.delete(key, document.version() + Versions.OF_A_DELETION, now);
    return accepted(asked, Messages.deleted(document.version(), now, request.token()));
  }

  private static Reply accepted(ShadowTopic asked, byte[] answer) {
    return new Reply(answer, List.of(news(asked, "/accepted", answer)), Optional.empty());
  }

  /** Accepted, documents, delta: AWS promises no order, and this is one that was seen (1.4). */
  private Reply update(ShadowTopic asked, Request request, @Nullable Document old, long now) {
    Document updated = keep(asked.name().key(), request, old, now);
    String token = request.token();
    Node state = Objects.requireNonNull(request.state());
    byte[] answer = Messages.accepted(state, updated.version(), now, token);
    List<Publication> news = new ArrayList<>();
    news.add(news(asked, "/accepted", answer));
    news.add(news(asked, "/documents", Messages.documents(old, updated, now, token)));
    Branch delta = updated.delta();
    if (!delta.isEmpty()) {
      news.add(news(asked, "/delta", Messages.delta(delta, updated.version(), now, token)));
    }
    return new Reply(answer, news, Optional.empty());
  }

  private Document keep(String key, Request request, @Nullable Document old, long now) {
    long last = old == null ? archive.lastVersion(key, now) : old.version();
    if (!Versions.agrees(request.version(), old != null, last)) {
      throw Faults.versionConflict();
    }
    Document updated = Document.updated(old, Objects.requireNonNull(request.state()), last + 1);
    if (updated.size() > MAX_SIZE) {
      throw Faults.tooLarge();
    }
    if (old == null) {
      archive.create(key, updated);
    } else {
      archive.replace(key, updated);
    }
    return updated;
  }

  private static Publication news(ShadowTopic asked, String end, byte[] message) {
    return Publication.of(
        asked.name().topic() + '/' + asked.operation().level() + end, message, QOS);
  }
}
