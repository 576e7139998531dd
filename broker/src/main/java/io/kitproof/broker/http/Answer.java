package io.kitproof.broker.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * What a request is answered with. The server adds length, date and request id.
 *
 * @param body not to be changed
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> IS_JSON = Map.of("content-type", "application/json");

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** 200 with a tree of maps, lists, texts, numbers or nodes as JSON, members in their order. */
  public static Answer json(Object tree) {
    try {
      return document(JSON.writeValueAsBytes(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An answer that is no tree: " + tree.getClass(), e);
    }
  }

  /** 200 with bytes that are JSON already. */
  public static Answer document(byte[] json) {
    return new Answer(200, IS_JSON, json);
  }

  /** 200 and no body: what operations without an output answer. */
  public static Answer empty() {
    return new Answer(200, Map.of(), new byte[0]);
  }
}
