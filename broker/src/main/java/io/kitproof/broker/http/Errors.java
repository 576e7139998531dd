package io.kitproof.broker.http;

import io.kitproof.broker.fault.AwsFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How errors look on the wire (facts of AWS IoT 1.11 and 4.2). */
enum Errors {

  /** Each under its own name, with its details. */
  CONTROL {
    @Override
    Answer answer(String id, AwsFault fault) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("message", fault.message());
      body.putAll(fault.details());
      return shaped(fault.type(), fault.status(), body);
    }
  },

  /** With a trace id; a request that is not believed is forbidden, whatever is wrong with it. */
  DATA {
    @Override
    Answer answer(String id, AwsFault fault) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("message", fault.message());
      body.put("traceId", id);
      body.putAll(fault.details());
      return UNBELIEVED.contains(fault.type())
          ? shaped("ForbiddenException", 403, body)
          : shaped(fault.type(), fault.status(), body);
    }
  };

  private static final Set<String> UNBELIEVED =
      Set.of(
          "MissingAuthenticationTokenException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "UnrecognizedClientException");

  abstract Answer answer(String id, AwsFault fault);

  private static Answer shaped(String type, int status, Map<String, Object> body) {
    Answer json = Answer.json(body);
    Map<String, String> headers = new LinkedHashMap<>(json.headers());
    headers.put("x-amzn-ErrorType", type + ":");
    return new Answer(status, headers, json.body());
  }
}
