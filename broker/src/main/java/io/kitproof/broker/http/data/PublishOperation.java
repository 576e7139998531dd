package io.kitproof.broker.http.data;

import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.TopicService;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Caller;
import io.kitproof.broker.http.Operation;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Publish. Topics are held to the limits of MQTT (facts of AWS IoT 2.2); a reserved one must be
 * served by somebody, who hears of it as of a client's message.
 *
 * @param store whose changes an answer waits for
 */
record PublishOperation(Bus bus, List<TopicService> services, Store store, Permit permit)
    implements Operation {

  private static final int LARGEST_PAYLOAD = 128 * 1024;
  private static final int LONGEST_TOPIC = 256;
  private static final int MOST_SLASHES = 7;
  private static final long PATIENCE_SECONDS = 20;

  @Override
  public Answer answer(Request request) {
    String topic = request.part("topic");
    checkTopic(topic, "topic");
    int qos = Parameters.number(request, "qos", 0, 1).orElse(0);
    boolean retain = Parameters.flag(request, "retain");
    permit.check(request, "iot:Publish", "topic/" + topic);
    if (retain) {
      permit.check(request, "iot:RetainPublish", "topic/" + topic);
    }
    if (request.body().length > LARGEST_PAYLOAD) {
      throw new AwsFault(
          "RequestEntityTooLargeException", 413, "The payload exceeds the maximum size allowed");
    }
    Publication publication =
        new Publication(topic, request.body(), qos, retain, PublishExtras.of(request));
    if (topic.startsWith("$")) {
      publishReserved(request, publication);
    } else {
      bus.publish(publication);
    }
    awaitKept();
    Map<String, String> body = new LinkedHashMap<>();
    body.put("message", "OK");
    body.put("traceId", request.id());
    return Answer.json(body);
  }

  private void publishReserved(Request request, Publication publication) {
    TopicService service =
        services.stream()
            .filter(s -> s.takes(publication.topic()))
            .findFirst()
            .orElseThrow(() -> Parameters.invalid("The topic is reserved"));
    if (publication.retain()) {
      throw Parameters.invalid("Messages cannot be retained on a reserved topic");
    }
    bus.publish(publication);
    String principal =
        request.caller() instanceof Caller.Device device
            ? device.principal()
            : ((Caller.Signed) request.caller()).accessKeyId();
    service.received(publication, request.id(), principal);
  }

  static void checkTopic(String topic, String what) {
    int bytes = topic.getBytes(StandardCharsets.UTF_8).length;
    long slashes = topic.chars().filter(c -> c == '/').count();
    boolean wild = topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0;
    if (topic.isEmpty()
        || bytes > LONGEST_TOPIC
        || slashes > MOST_SLASHES
        || wild
        || topic.indexOf('\0') >= 0) {
      throw Parameters.invalid(
          "The " + what + " must have 1 to 256 bytes, at most 7 slashes and no wildcards");
    }
  }

  private void awaitKept() {
    CompletableFuture<Void> kept = new CompletableFuture<>();
    store.whenKept(() -> kept.complete(null));
    kept.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
