package io.kitproof.broker.shadow;

import com.fasterxml.jackson.core.JsonParser;
import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Items;
import io.kitproof.broker.shadow.Node.Leaf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A shadow as bytes for the store: its version, the number of its leaves, the time of each, and its
 * state as JSON. The leaves come in the order in which the JSON has them.
 */
final class StoredForm {

  private static final int HEAD = Long.BYTES + Integer.BYTES;

  private StoredForm() {}

  static byte[] of(Document document) {
    int leaves = leaves(document.desired()) + leaves(document.reported());
    ByteBuffer out =
        ByteBuffer.allocate(HEAD + leaves * Long.BYTES + document.json().length)
            .putLong(document.version())
            .putInt(leaves);
    times(document.desired(), out);
    times(document.reported(), out);
    return out.put(document.json()).array();
  }

  static Document read(byte[] stored) {
    ByteBuffer head = ByteBuffer.wrap(stored);
    long version = head.getLong();
    int json = HEAD + head.getInt() * Long.BYTES;
    try (JsonParser parser = TreeReader.parser(stored, json, stored.length - json)) {
      parser.nextToken();
      Branch sections = (Branch) new TreeReader(parser, head::getLong).value(0);
      return new Document(
          section(sections, Document.DESIRED),
          section(sections, Document.REPORTED),
          version,
          Arrays.copyOfRange(stored, json, stored.length));
    } catch (IOException e) {
      throw new UncheckedIOException("A shadow in the store cannot be read.", e);
    }
  }

  private static Branch section(Branch sections, Name name) {
    return sections.attributes().get(name) instanceof Branch section ? section : Node.EMPTY;
  }

  private static int leaves(Node node) {
    if (node instanceof Branch branch) {
      return branch.attributes().values().stream().mapToInt(StoredForm::leaves).sum();
    }
    return node instanceof Items items
        ? items.items().stream().mapToInt(StoredForm::leaves).sum()
        : 1;
  }

  private static void times(Node node, ByteBuffer out) {
    if (node instanceof Leaf leaf) {
      out.putLong(leaf.at());
    } else if (node instanceof Items items) {
      items.items().forEach(item -> times(item, out));
    } else if (node instanceof Branch branch) {
      branch.attributes().values().forEach(attribute -> times(attribute, out));
    }
  }
}
