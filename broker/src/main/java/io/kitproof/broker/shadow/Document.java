package io.kitproof.broker.shadow;

import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * A shadow as it stands.
 *
 * @param desired empty if there is no such section
 * @param reported empty if there is no such section
 * @param json both sections as the member {@code state} shows them
 */
record Document(Branch desired, Branch reported, long version, byte[] json) {

  static final Name DESIRED = Name.of("desired");
  static final Name REPORTED = Name.of("reported");

  private static final int BRACES = 2;
  private static final int COMMA = 1;

  /**
   * The shadow after an update.
   *
   * @param old null if there was none
   * @param state of the request, found to be null or an object of sections
   */
  static Document updated(@Nullable Document old, Node state, long version) {
    if (state instanceof Leaf) {
      return of(Node.EMPTY, Node.EMPTY, version);
    }
    Branch asked = (Branch) state;
    return of(
        Merge.section(old == null ? Node.EMPTY : old.desired, asked.attributes().get(DESIRED)),
        Merge.section(old == null ? Node.EMPTY : old.reported, asked.attributes().get(REPORTED)),
        version);
  }

  private static Document of(Branch desired, Branch reported, long version) {
    JsonBytes out = new JsonBytes(512);
    Rendering.STATE.sections(out, desired, reported);
    return new Document(desired, reported, version, out.toBytes());
  }

  /** The bytes that count: the values of both sections, without their names (1.10). */
  int size() {
    int size = json.length - BRACES;
    if (!desired.isEmpty()) {
      size -= DESIRED.json().length;
    }
    if (!reported.isEmpty()) {
      size -= REPORTED.json().length;
    }
    return desired.isEmpty() || reported.isEmpty() ? size : size - COMMA;
  }

  Branch delta() {
    return Delta.of(desired, reported);
  }
}
