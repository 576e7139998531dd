package io.kitproof.reports.answers;

import io.kitproof.fixtures.text.Quoted;
import io.kitproof.fixtures.text.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Answers as a map of number to text. */
final class YamlAnswers {
  private static final YamlText.Kind KIND =
      new YamlText.Kind("A file of answers", "There are no answers in it.");
  private static final Pattern NUMBER = Pattern.compile("[Qq]?([0-9]{1,3})");

  private final List<String> wrong = new ArrayList<>();
  private final Map<Integer, Answer> answers = new HashMap<>();

  private YamlAnswers() {}

  static Map<Integer, Answer> read(String file, String yaml) {
    YamlAnswers reader = new YamlAnswers();
    Optional<Node> root = YamlText.read(KIND, yaml, reader::wrong);
    root.ifPresent(reader::enter);
    if (!reader.wrong.isEmpty()) {
      throw new UnreadableAnswersException(
          Quoted.of(file) + " can't be read, " + reader.wrong.get(0));
    }
    return reader.answers;
  }

  private void wrong(int line, String text) {
    wrong.add("line " + line + ": " + text);
  }

  private void enter(Node root) {
    if (!(root instanceof MappingNode map)) {
      wrong(line(root), "It should be a map of numbers to answers, such as 1: text.");
      return;
    }
    map.getValue().forEach(this::enter);
  }

  private void enter(NodeTuple tuple) {
    Node key = tuple.getKeyNode();
    String word = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    Matcher number = NUMBER.matcher(word);
    if (!number.matches()) {
      wrong(line(key), "The key should be a question's number, but is " + Quoted.of(word) + ".");
      return;
    }
    Optional<String> text = text(tuple.getValueNode());
    if (text.isEmpty()) {
      wrong(line(tuple.getValueNode()), "The answer should be text, but is a map or nested.");
      return;
    }
    Answer before = answers.get(Integer.valueOf(number.group(1)));
    Answer now = new Answer(text.get(), false);
    answers.put(
        Integer.valueOf(number.group(1)), before == null ? now : before.and(text.get(), true));
  }

  private static Optional<String> text(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().allMatch(ScalarNode.class::isInstance)
          ? Optional.of(
              list.getValue().stream()
                  .map(item -> ((ScalarNode) item).getValue())
                  .collect(Collectors.joining("\n")))
          : Optional.empty();
    }
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
