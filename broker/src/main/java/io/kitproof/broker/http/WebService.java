package io.kitproof.broker.http;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.sign.Signable;
import io.kitproof.broker.http.sign.Signatures;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of AWS IoT's web services: who may ask, what is served, and how its errors look. Safe for
 * many threads.
 */
public final class WebService {

  private static final Logger LOG = LoggerFactory.getLogger(WebService.class);

  private final Routes routes;
  private final Signatures signatures;
  private final Optional<Predicate<String>> active;
  private final Errors errors;

  private WebService(
      Routes routes, Signatures signatures, Optional<Predicate<String>> active, Errors errors) {
    this.routes = routes;
    this.signatures = signatures;
    this.active = active;
    this.errors = errors;
  }

  /** The control plane, for signed requests only. */
  public static WebService control(Routes routes, Signatures signatures) {
    return new WebService(routes, signatures, Optional.empty(), Errors.CONTROL);
  }

  /**
   * The data plane, for signed requests and for devices.
   *
   * @param active whether a certificate, by its SHA-256 in hex, is registered and active
   */
  public static WebService data(Routes routes, Signatures signatures, Predicate<String> active) {
    return new WebService(routes, signatures, Optional.of(active), Errors.DATA);
  }

  /** Answers whatever comes; never throws. */
  Answer answer(String id, Signable wire, Peer peer) {
    try {
      Caller caller = caller(wire, peer);
      Routes.Match match = routes.find(wire.method(), wire.path());
      return match.operation().answer(request(id, wire, match.parts(), caller));
    } catch (AwsFault fault) {
      return errors.answer(id, fault);
    } catch (RuntimeException | StackOverflowError defect) {
      LOG.error("Request {}, {} {}, failed.", id, wire.method(), wire.path(), defect);
      return errors.answer(
          id, new AwsFault("InternalFailureException", 500, "Internal service failure"));
    }
  }

  Answer refusal(String id, AwsFault fault) {
    return errors.answer(id, fault);
  }

  /**
   * The id of the key that a request for a WebSocket was signed with; a certificate does not count
   * for one (facts of AWS IoT 2.5).
   *
   * @throws AwsFault if it was not signed
   */
  String signer(Signable wire, Peer peer) {
    return signatures.keyOf(wire, peer.loopback());
  }

  private Caller caller(Signable wire, Peer peer) {
    if (active.isEmpty() || peer.principal().isEmpty() || signatures.claimed(wire)) {
      return new Caller.Signed(signatures.keyOf(wire, peer.loopback()));
    }
    if (!active.get().test(peer.principal())) {
      throw new AwsFault("ForbiddenException", 403, "Forbidden");
    }
    return new Caller.Device(peer.principal());
  }

  private static Request request(
      String id, Signable wire, Map<String, String> parts, Caller caller) {
    Map<String, String> headers = new HashMap<>();
    wire.headers()
        .forEach(
            header ->
                headers.merge(
                    header.getKey().toLowerCase(Locale.ROOT),
                    utf8(header.getValue()),
                    (first, next) -> first + "," + next));
    return new Request(
        id, wire.method(), wire.path(), parts, query(wire.query()), headers, wire.body(), caller);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    try {
      new QueryStringDecoder(utf8(raw), StandardCharsets.UTF_8, false)
          .parameters()
          .forEach((name, values) -> query.put(name, values.get(0)));
    } catch (IllegalArgumentException e) {
      throw new AwsFault(
          "InvalidRequestException", 400, "The query has a percent sign that encodes nothing");
    }
    return query;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
