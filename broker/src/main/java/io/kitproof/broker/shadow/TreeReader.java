package io.kitproof.broker.shadow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Items;
import io.kitproof.broker.shadow.Node.Leaf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads JSON into nodes. Numbers keep their text. Of members with the same name the last one wins;
 * what AWS does with them is unknown.
 */
final class TreeReader {

  /**
   * The section itself and five levels below it, as the error text has it. Today's quota page
   * speaks of 8, which may count the document and its {@code state} as well (1.10, CONFLICT).
   */
  static final int MAX_LEVELS = 6;

  /** A message over MQTT has no more bytes, and no text in it may be longer. */
  static final int MAX_PAYLOAD = 128 * 1024;

  /** Far more than a shadow may have, so that almost all of them get the error text for levels. */
  private static final int MAX_NESTING = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxDocumentLength(MAX_PAYLOAD)
                  .maxStringLength(MAX_PAYLOAD)
                  .maxNameLength(MAX_PAYLOAD)
                  .maxNumberLength(MAX_PAYLOAD)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser json;
  private final LongSupplier times;
  private final JsonBytes scratch = new JsonBytes(64);
  private boolean tooDeep;
  private boolean nullInArray;

  /**
   * @param times when each leaf was set, asked for in the order of the leaves
   */
  TreeReader(JsonParser json, LongSupplier times) {
    this.json = json;
    this.times = times;
  }

  static JsonParser parser(byte[] json, int from, int length) throws IOException {
    return FACTORY.createParser(json, from, length);
  }

  /** Whether something was skipped because it lay deeper than a shadow may be. */
  boolean tooDeep() {
    return tooDeep;
  }

  boolean nullInArray() {
    return nullInArray;
  }

  /**
   * The value whose first token has just been read.
   *
   * @param level of the value if it is an object or array; a section is at level 1
   */
  Node value(int level) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> level > MAX_LEVELS ? skipped() : branch(level);
      case START_ARRAY -> level > MAX_LEVELS ? skipped() : items(level);
      case VALUE_STRING -> leaf(scratch.string(json.getText()).takeFrom(0));
      default -> leaf(json.getText().getBytes(StandardCharsets.US_ASCII));
    };
  }

  private Leaf leaf(byte[] text) {
    return new Leaf(text, times.getAsLong());
  }

  private Branch branch(int level) throws IOException {
    Map<Name, Node> attributes = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      attributes.put(Name.of(name, scratch), value(level + 1));
    }
    return new Branch(attributes);
  }

  private Items items(int level) throws IOException {
    List<Node> items = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      nullInArray |= next == JsonToken.VALUE_NULL;
      items.add(value(level + 1));
    }
    return new Items(items);
  }

  private Branch skipped() throws IOException {
    tooDeep = true;
    json.skipChildren();
    return Node.EMPTY;
  }
}
