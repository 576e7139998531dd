package io.kitproof.reports.answers;

import io.kitproof.fixtures.text.Quoted;
import io.kitproof.fixtures.text.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One map of an answer key: known keys, each once, each with its line. */
final class KeyMap {
  private static final int LONGEST = 2000;

  private final String what;
  private final int line;
  private final YamlText.Findings findings;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private KeyMap(String what, int line, YamlText.Findings findings) {
    this.what = what;
    this.line = line;
    this.findings = findings;
  }

  /** Reports keys that are not known, unless any are, and keys that come twice. */
  static Optional<KeyMap> of(
      Node node, String what, Set<String> known, YamlText.Findings findings) {
    if (!(node instanceof MappingNode map)) {
      findings.add(lineOf(node), "Here should be " + what + ", a map of keys.");
      return Optional.empty();
    }
    KeyMap read = new KeyMap(what, lineOf(node), findings);
    map.getValue().forEach(tuple -> read.enter(tuple, known));
    return Optional.of(read);
  }

  private void enter(NodeTuple tuple, Set<String> known) {
    int at = lineOf(tuple.getKeyNode());
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!known.isEmpty() && !known.contains(key)) {
      String right = String.join(", ", new TreeSet<>(known));
      findings.add(at, "Unknown key " + Quoted.of(key) + " in " + what + ". Keys: " + right + ".");
    } else if (values.containsKey(key)) {
      findings.add(at, "Key " + Quoted.of(key) + " of " + what + " is there already.");
    } else {
      values.put(key, tuple.getValueNode());
      lines.put(key, at);
    }
  }

  static boolean has(Node node, String key) {
    return node instanceof MappingNode map
        && map.getValue().stream()
            .anyMatch(
                t -> t.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key));
  }

  Set<String> keys() {
    return values.keySet();
  }

  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Reports something about a key. */
  void wrong(String key, String why) {
    findings.add(line(key), Quoted.of(key) + " of " + what + " " + why + ".");
  }

  /** A text that must be there. */
  String word(String key) {
    String word = scalar(key).orElse("");
    if (word.isBlank() || word.length() > LONGEST) {
      wrong(key, "should be a text");
    }
    return word.strip();
  }

  double number(String key, double otherwise) {
    Optional<String> word = scalar(key);
    if (word.isEmpty() && !values.containsKey(key)) {
      return otherwise;
    }
    if (word.filter(w -> w.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")).isPresent()) {
      double number = Double.parseDouble(word.get());
      if (number > 0) {
        return number;
      }
    }
    wrong(key, "should be a number above 0 and below 1000");
    return otherwise;
  }

  String choice(String key, String one, String other, String otherwise) {
    Optional<String> word = scalar(key);
    if (word.isEmpty() && !values.containsKey(key)) {
      return otherwise;
    }
    if (word.filter(w -> w.equals(one) || w.equals(other)).isEmpty()) {
      wrong(key, "should be " + one + " or " + other);
      return otherwise;
    }
    return word.get();
  }

  List<Node> list(String key) {
    Node node = values.get(key);
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    if (node != null) {
      wrong(key, "should be a list");
    }
    return List.of();
  }

  /** A list of texts; none when the key is not there. */
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (Node node : list(key)) {
      if (node instanceof ScalarNode scalar
          && !scalar.getValue().isBlank()
          && scalar.getValue().length() <= LONGEST) {
        words.add(scalar.getValue());
      } else {
        findings.add(lineOf(node), Quoted.of(key) + " of " + what + " should be a list of texts.");
      }
    }
    return words;
  }

  private Optional<String> scalar(String key) {
    return values.get(key) instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
