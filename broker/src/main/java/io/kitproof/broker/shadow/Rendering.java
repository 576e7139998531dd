package io.kitproof.broker.shadow;

import io.kitproof.broker.shadow.Node.Branch;
import io.kitproof.broker.shadow.Node.Items;
import io.kitproof.broker.shadow.Node.Leaf;
import java.util.Iterator;
import java.util.Map;

/** Writes the two sides of a node: its state, and its metadata with the times. */
enum Rendering {
  STATE {
    @Override
    void leaf(JsonBytes out, Leaf leaf) {
      out.raw(leaf.json());
    }
  },
  METADATA {
    @Override
    void leaf(JsonBytes out, Leaf leaf) {
      out.time(leaf.at());
    }
  };

  abstract void leaf(JsonBytes out, Leaf leaf);

  /** An object of the sections that are not empty. */
  void sections(JsonBytes out, Branch desired, Branch reported) {
    out.raw('{');
    if (!desired.isEmpty()) {
      write(out.raw(Document.DESIRED.json()), desired);
    }
    if (!desired.isEmpty() && !reported.isEmpty()) {
      out.raw(',');
    }
    if (!reported.isEmpty()) {
      write(out.raw(Document.REPORTED.json()), reported);
    }
    out.raw('}');
  }

  void write(JsonBytes out, Node node) {
    if (node instanceof Leaf leaf) {
      leaf(out, leaf);
    } else if (node instanceof Items items) {
      items(out, items);
    } else if (node instanceof Branch branch) {
      branch(out, branch);
    }
  }

  private void items(JsonBytes out, Items items) {
    out.raw('[');
    for (Iterator<Node> each = items.items().iterator(); each.hasNext(); ) {
      write(out, each.next());
      if (each.hasNext()) {
        out.raw(',');
      }
    }
    out.raw(']');
  }

  private void branch(JsonBytes out, Branch branch) {
    out.raw('{');
    boolean first = true;
    for (Map.Entry<Name, Node> attribute : branch.attributes().entrySet()) {
      if (!first) {
        out.raw(',');
      }
      first = false;
      out.raw(attribute.getKey().json());
      write(out, attribute.getValue());
    }
    out.raw('}');
  }
}
