package io.kitproof.reports.quarantine;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the list of a quarantine: every entry whole, or a finding with its line. */
final class Reader {
  /** Longer than a term is not for a while. */
  static final int LONGEST_DAYS = 90;

  private static final List<String> KEYS = List.of("scenario", "feature", "owner", "until", "why");

  private final String source;
  private final LocalDate today;
  private final List<String> findings = new ArrayList<>();

  Reader(String source, LocalDate today) {
    this.source = source;
    this.today = today;
  }

  List<Entry> read(String yaml) {
    List<Entry> entries = new ArrayList<>();
    for (Node node : list(yaml)) {
      entry(node).ifPresent(entries::add);
    }
    if (!findings.isEmpty()) {
      throw new QuarantineException(findings);
    }
    return entries;
  }

  private List<Node> list(String yaml) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      if (root == null) {
        return List.of();
      }
      if (root instanceof SequenceNode list) {
        return list.getValue();
      }
      found(root, "A quarantine is a list: begin each entry with \"- scenario: …\".");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark().getLine() + 1;
      findings.add(source + ":" + line + ": This is not YAML: " + e.getProblem() + ".");
    } catch (YAMLException e) {
      findings.add(source + ":1: This is not YAML: " + e.getMessage() + ".");
    }
    return List.of();
  }

  private Optional<Entry> entry(Node node) {
    int before = findings.size();
    Map<String, String> words = words(node);
    if (findings.size() > before) {
      return Optional.empty();
    }
    String name = words.getOrDefault("scenario", "");
    need(node, words, "scenario", "An entry has no scenario: write scenario: <its name>.");
    need(node, words, "owner", "Entry \"" + name + "\" has no owner: write owner: <who mends it>.");
    need(node, words, "why", "Entry \"" + name + "\" has no reason: write why: <what is wrong>.");
    need(
        node,
        words,
        "until",
        "Entry \"" + name + "\" has no last day: write until: " + today.plusDays(14) + ".");
    Optional<LocalDate> until =
        Optional.ofNullable(words.get("until")).flatMap(word -> until(node, name, word));
    return findings.size() > before
        ? Optional.empty()
        : Optional.of(
            new Entry(
                name,
                Optional.ofNullable(words.get("feature")),
                words.getOrDefault("owner", ""),
                until.orElseThrow(),
                words.getOrDefault("why", ""),
                line(node)));
  }

  private Map<String, String> words(Node node) {
    Map<String, String> words = new LinkedHashMap<>();
    if (!(node instanceof MappingNode map)) {
      found(node, "An entry should have the keys " + String.join(", ", KEYS) + ".");
      return words;
    }
    for (NodeTuple tuple : map.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!KEYS.contains(key)) {
        found(
            tuple.getKeyNode(),
            "Unknown key \"" + key + "\". Keys: " + String.join(", ", KEYS) + ".");
      } else if (!(tuple.getValueNode() instanceof ScalarNode value)) {
        found(tuple.getValueNode(), "\"" + key + "\" should be a word or a sentence.");
      } else if (!value.getValue().isBlank()) {
        String unused = words.put(key, value.getValue());
      }
    }
    return words;
  }

  private void need(Node node, Map<String, String> words, String key, String text) {
    if (!words.containsKey(key)) {
      found(node, text);
    }
  }

  private Optional<LocalDate> until(Node node, String name, String word) {
    try {
      LocalDate day = LocalDate.parse(word);
      if (day.isAfter(today.plusDays(LONGEST_DAYS))) {
        found(
            node,
            "Entry \"%s\" is quarantined until %s: at most %d days, until %s."
                .formatted(name, day, LONGEST_DAYS, today.plusDays(LONGEST_DAYS)));
      }
      return Optional.of(day);
    } catch (DateTimeParseException e) {
      found(
          node,
          "Entry \"%s\" should end on a day such as %s, not \"%s\"."
              .formatted(name, today.plusDays(14), word));
      return Optional.empty();
    }
  }

  private void found(Node node, String text) {
    findings.add(source + ":" + line(node) + ": " + text);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
