package io.kitproof.broker.http.data;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.bus.RetainedMessages;
import io.kitproof.broker.bus.RetainedMessages.Retained;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.http.Routes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GetRetainedMessage and ListRetainedMessages. */
record RetainedOperations(RetainedMessages retained, Permit permit) {

  private static final int LARGEST_PAGE = 200;

  void addTo(Routes routes) {
    routes.add("GET", "/retainedMessage/{topic+}", this::get);
    routes.add("GET", "/retainedMessage", this::list);
  }

  private Answer get(Request request) {
    String topic = request.part("topic");
    permit.check(request, "iot:GetRetainedMessage", "topic/" + topic);
    Retained message =
        retained
            .get(topic)
            .orElseThrow(
                () ->
                    new AwsFault(
                        "ResourceNotFoundException", 404, "The specified resource does not exist"));
    Publication publication = message.publication();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("topic", topic);
    body.put("payload", base64(publication.payload()));
    body.put("qos", publication.qos());
    body.put("lastModifiedTime", message.since().toEpochMilli());
    if (!publication.extras().userProperties().isEmpty()) {
      List<Map<String, String>> pairs =
          publication.extras().userProperties().stream()
              .map(pair -> Map.of(pair.getKey(), pair.getValue()))
              .toList();
      body.put("userProperties", base64(Answer.json(pairs).body()));
    }
    return Answer.json(body);
  }

  private Answer list(Request request) {
    permit.checkAny(request, "iot:ListRetainedMessages");
    int most = Parameters.number(request, "maxResults", 1, LARGEST_PAGE).orElse(LARGEST_PAGE);
    String after = request.query("nextToken").map(Tokens::textOf).orElse("");
    List<Retained> found = retained.after(after, most + 1);
    List<Map<String, Object>> topics = new ArrayList<>();
    for (Retained message : found.subList(0, Math.min(most, found.size()))) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("topic", message.publication().topic());
      one.put("payloadSize", message.publication().payload().length);
      one.put("qos", message.publication().qos());
      one.put("lastModifiedTime", message.since().toEpochMilli());
      topics.add(one);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("retainedTopics", topics);
    if (found.size() > most) {
      String last = found.get(most - 1).publication().topic();
      body.put("nextToken", Tokens.of(last));
    }
    return Answer.json(body);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
