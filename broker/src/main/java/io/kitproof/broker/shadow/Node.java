package io.kitproof.broker.shadow;

import java.util.List;
import java.util.Map;

/**
 * A piece of a shadow's state. State and metadata are two renderings of the same tree, so they
 * cannot disagree in shape (facts of AWS IoT 1.6). Nothing changes once it is made.
 */
sealed interface Node {

  /** No attributes. */
  Branch EMPTY = new Branch(Map.of());

  /**
   * A string, number, boolean or null.
   *
   * @param json its text: a number exactly as it was sent
   * @param at when it was set, in seconds since 1970
   */
  record Leaf(byte[] json, long at) implements Node {

    /** Whether a request removes the attribute. */
    boolean nothing() {
      return json[0] == 'n';
    }
  }

  /** An array, which is replaced as a whole. */
  record Items(List<Node> items) implements Node {}

  /** An object, its attributes in their order. */
  record Branch(Map<Name, Node> attributes) implements Node {

    boolean isEmpty() {
      return attributes.isEmpty();
    }
  }
}
