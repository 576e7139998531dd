package io.kitproof.broker.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kitproof.broker.fault.AwsFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a document. A member that is no part of the grammar is refused, so is a name
 * twice in one object. A document without a version is refused too: IAM takes it for version
 * 2008-10-17, which AWS IoT does not know.
 */
final class DocumentReader {

  private static final int MAX_CHARACTERS = 2048;
  private static final int MAX_WITH_WHITE_SPACE = 404_600;
  private static final int MAX_NESTING = 8;
  private static final String VERSION = "2012-10-17";
  private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DocumentReader() {}

  /**
   * @throws AwsFault as {@link PolicyDocument#parse} says
   */
  static List<Statement> statements(String json) {
    checkSize(json);
    JsonNode document = tree(json);
    refuseOthers(document, MEMBERS);
    refuseUnlessText(document, "Id");
    if (!VERSION.equals(document.path("Version").textValue())) {
      throw Malformed.version();
    }
    JsonNode statement = document.path("Statement");
    if (statement.isMissingNode() || (statement.isArray() && statement.isEmpty())) {
      throw Malformed.statements();
    }
    List<Statement> statements = new ArrayList<>();
    for (JsonNode each : statement.isArray() ? statement : List.of(statement)) {
      statements.add(StatementReader.statement(each));
    }
    return statements;
  }

  private static void checkSize(String json) {
    if (json.length() > MAX_WITH_WHITE_SPACE) {
      throw new AwsFault(
          "InvalidRequestException",
          400,
          "1 validation error detected: Value at 'policyDocument' failed to satisfy constraint:"
              + " Member must have length less than or equal to "
              + MAX_WITH_WHITE_SPACE);
    }
    if (json.chars().filter(c -> !Character.isWhitespace(c)).count() > MAX_CHARACTERS) {
      throw Malformed.size(MAX_CHARACTERS);
    }
  }

  private static JsonNode tree(String json) {
    JsonNode document;
    try {
      document = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw Malformed.json();
    }
    if (!document.isObject()) {
      throw Malformed.json();
    }
    return document;
  }

  static void refuseOthers(JsonNode object, Set<String> members) {
    if (!object.isObject()) {
      throw Malformed.syntax();
    }
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      if (!members.contains(names.next())) {
        throw Malformed.syntax();
      }
    }
  }

  /** A member that may be left out. */
  static void refuseUnlessText(JsonNode object, String member) {
    if (object.has(member) && !object.get(member).isTextual()) {
      throw Malformed.syntax();
    }
  }

  static String text(JsonNode object, String member) {
    @Nullable String text = object.path(member).textValue();
    if (text == null) {
      throw Malformed.syntax();
    }
    return text;
  }
}
