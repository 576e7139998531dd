package io.kitproof.broker.http.data;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.gateway.Visit;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.http.Routes;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DeleteConnection, GetConnection and ListSubscriptions, of clients that are connected. AWS tells
 * of clients that have gone for another half an hour, and of the subscriptions of sessions without
 * a connection; here they are not found.
 */
record ConnectionOperations(DeviceGateway gateway, Permit permit) {

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 200;

  void addTo(Routes routes) {
    routes.add("DELETE", "/connections/{clientId}", this::delete);
    routes.add("GET", "/connections/{clientId}", this::get);
    routes.add("GET", "/connections/{clientId}/subscriptions", this::subscriptions);
  }

  private Answer delete(Request request) {
    String clientId = allowed(request, "iot:DeleteConnection");
    boolean cleanSession = Parameters.flag(request, "cleanSession");
    boolean preventWill = Parameters.flag(request, "preventWillMessage");
    if (!gateway.disconnect(clientId, cleanSession, preventWill)) {
      throw notFound();
    }
    return Answer.empty();
  }

  private Answer get(Request request) {
    String clientId = allowed(request, "iot:GetConnection");
    Visit visit = gateway.visit(clientId).orElseThrow(ConnectionOperations::notFound);
    Duration connectedFor = Duration.ofNanos(System.nanoTime() - visit.connected().sinceNanos());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("connected", true);
    body.put("cleanSession", visit.cleanStart());
    if (Parameters.flag(request, "includeSocketInformation")) {
      InetSocketAddress source = visit.connected().remote();
      body.put("sourceIp", source.getAddress().getHostAddress());
      body.put("sourcePort", source.getPort());
    }
    body.put("keepAliveDuration", visit.keepAlive().toSeconds());
    body.put("connectedSince", Instant.now().minus(connectedFor).toEpochMilli());
    body.put("sessionExpiry", visit.sessionExpiry().toSeconds());
    body.put("clientId", clientId);
    return Answer.json(body);
  }

  private Answer subscriptions(Request request) {
    String clientId = allowed(request, "iot:ListSubscriptions");
    int most = Parameters.number(request, "maxResults", 1, LARGEST_PAGE).orElse(PAGE);
    String after = request.query("nextToken").map(Tokens::textOf).orElse("");
    Visit visit = gateway.visit(clientId).orElseThrow(ConnectionOperations::notFound);
    List<Map.Entry<String, Integer>> found =
        visit.subscriptions().entrySet().stream()
            .filter(subscription -> subscription.getKey().compareTo(after) > 0)
            .sorted(Map.Entry.comparingByKey())
            .limit(most + 1L)
            .toList();
    List<Map.Entry<String, Integer>> page = found.subList(0, Math.min(most, found.size()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "subscriptions",
        page.stream().map(s -> Map.of("topicFilter", s.getKey(), "qos", s.getValue())).toList());
    if (found.size() > most) {
      body.put("nextToken", Tokens.of(page.get(most - 1).getKey()));
    }
    return Answer.json(body);
  }

  private String allowed(Request request, String action) {
    String clientId = request.part("clientId");
    if (clientId.startsWith("$") || clientId.length() > 128) {
      throw Parameters.invalid("The client id must have 1 to 128 characters and no $ in front");
    }
    permit.check(request, action, "client/" + clientId);
    return clientId;
  }

  private static AwsFault notFound() {
    return new AwsFault("ResourceNotFoundException", 404, "The specified resource does not exist");
  }
}
