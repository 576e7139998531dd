package io.kitproof.broker.shadow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Leaf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request. Its judgements come in the order of AWS's own local shadow service: JSON,
 * state, desired, reported, strange nodes, client token, version, depth (1.9; not verified on AWS).
 * A token or version of null counts as none.
 */
final class RequestReader {

  private static final int MAX_TOKEN_BYTES = 64;

  private final long now;
  private @Nullable TreeReader tree;
  private @Nullable Node state;
  private @Nullable String token;
  private @Nullable Long version;
  private boolean badToken;
  private boolean badVersion;

  RequestReader(long now) {
    this.now = now;
  }

  @Nullable Node state() {
    return state;
  }

  @Nullable String token() {
    return token;
  }

  @Nullable Long version() {
    return version;
  }

  /** Why the payload is no JSON object, or null. */
  @Nullable AwsFault read(byte[] payload) {
    int length = lengthWithoutNuls(payload);
    if (!utf8(payload, length)) {
      return Faults.notUtf8();
    }
    try (JsonParser json = TreeReader.parser(payload, 0, length)) {
      return object(json) && json.nextToken() == null ? null : Faults.invalidJson();
    } catch (StreamConstraintsException e) {
      return Faults.tooDeep();
    } catch (IOException e) {
      return Faults.invalidJson();
    }
  }

  /** Firmware sends the NUL that ends its strings as a part of the message; AWS takes it. */
  private static int lengthWithoutNuls(byte[] payload) {
    int length = payload.length;
    while (length > 0 && payload[length - 1] == 0) {
      length--;
    }
    return length;
  }

  private static boolean utf8(byte[] payload, int length) {
    for (int i = 0; i < length; i++) {
      if (payload[i] < 0) {
        return utf8Beyond(payload, i, length);
      }
    }
    return true;
  }

  private static boolean utf8Beyond(byte[] payload, int from, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(payload, from, length - from))
          .hasRemaining();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private boolean object(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      switch (name) {
        case "state" -> {
          tree = new TreeReader(json, () -> now);
          state = tree.value(0);
        }
        case "clientToken" -> token(value, json.getText());
        case "version" -> version(value, json.getText());
        default -> {}
      }
      json.skipChildren();
    }
    return true;
  }

  private void token(JsonToken value, String text) {
    boolean none = value == JsonToken.VALUE_NULL;
    boolean good =
        value == JsonToken.VALUE_STRING
            && text.getBytes(StandardCharsets.UTF_8).length <= MAX_TOKEN_BYTES;
    token = good ? text : null;
    badToken = !good && !none;
  }

  private void version(JsonToken value, String text) {
    version = null;
    badVersion = value != JsonToken.VALUE_NULL;
    if (value == JsonToken.VALUE_NUMBER_INT && text.charAt(0) != '-') {
      try {
        version = Long.valueOf(text);
        badVersion = false;
      } catch (NumberFormatException e) {
        badVersion = true;
      }
    }
  }

  /** Why a request to update is refused whatever the shadow is, or null. */
  @Nullable AwsFault flaw() {
    // The text for null in an array is unknown; the document calls it invalid.
    if (tree != null && tree.nullInArray()) {
      return Faults.invalidJson();
    }
    AwsFault flaw = stateFlaw(state);
    if (flaw == null) {
      flaw = tokenFlaw();
    }
    if (flaw == null && badVersion) {
      flaw = Faults.invalidVersion();
    }
    return flaw == null && tree != null && tree.tooDeep() ? Faults.tooDeep() : flaw;
  }

  @Nullable AwsFault tokenFlaw() {
    return badToken ? Faults.invalidToken() : null;
  }

  private static @Nullable AwsFault stateFlaw(@Nullable Node state) {
    if (state == null) {
      return Faults.missingState();
    }
    if (state instanceof Leaf leaf && leaf.nothing()) {
      return null;
    }
    return state instanceof Branch branch
        ? sectionsFlaw(branch.attributes())
        : Faults.stateIsNoObject();
  }

  private static @Nullable AwsFault sectionsFlaw(Map<Name, Node> sections) {
    if (!section(sections.get(Document.DESIRED))) {
      return Faults.desiredIsNoObject();
    }
    if (!section(sections.get(Document.REPORTED))) {
      return Faults.reportedIsNoObject();
    }
    return sections.keySet().stream()
        .filter(name -> !name.equals(Document.DESIRED) && !name.equals(Document.REPORTED))
        .findFirst()
        .map(Faults::strangeNode)
        .orElse(null);
  }

  private static boolean section(@Nullable Node node) {
    return node == null || node instanceof Branch || node instanceof Leaf leaf && leaf.nothing();
  }
}
