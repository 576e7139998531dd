package io.kitproof.reports.answers;

import io.kitproof.fixtures.text.Quoted;
import io.kitproof.fixtures.text.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a key and says everything that can't be right about it, with line and key. */
final class KeyReader {
  private static final YamlText.Kind KIND =
      new YamlText.Kind("An answer key", "The answer key is empty; it needs questions.");
  private static final Set<String> SAYING =
      Set.of("about", "any", "nearly", "wrong", "within", "required", "weight");
  private static final Set<String> VERDICT =
      Set.of("about", "right", "says-yes", "says-no", "unless", "weight");

  private final List<String> findings = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> stems = new HashSet<>();

  private KeyReader() {}

  static AnswerKey read(String source, String yaml) {
    KeyReader reader = new KeyReader();
    List<Item> items =
        YamlText.read(KIND, yaml, reader::wrong)
            .flatMap(root -> reader.map(root, "the answer key", Set.of("names", "questions")))
            .map(reader::items)
            .orElse(List.of());
    if (items.isEmpty() && reader.findings.isEmpty()) {
      reader.wrong(1, "The answer key has no \"questions\".");
    }
    if (!reader.findings.isEmpty()) {
      throw new AnswerKeyException(source, reader.findings);
    }
    return new AnswerKey(items, new Lexicon(Set.copyOf(reader.names), Set.copyOf(reader.stems)));
  }

  private void wrong(int line, String text) {
    findings.add("line " + line + ": " + text);
  }

  private Optional<KeyMap> map(Node node, String what, Set<String> known) {
    return KeyMap.of(node, what, known, this::wrong);
  }

  private List<Item> items(KeyMap key) {
    key.words("names").forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    List<Item> items = new ArrayList<>();
    Optional<KeyMap> questions =
        key.node("questions").flatMap(node -> map(node, "questions", Set.of()));
    for (String number : questions.map(KeyMap::keys).orElse(Set.of())) {
      KeyMap all = questions.orElseThrow();
      if (!number.matches("[1-9][0-9]{0,2}")) {
        wrong(
            all.line(number),
            "A question's key should be its number, but is " + Quoted.of(number) + ".");
        continue;
      }
      Set<String> known = Set.of("asks", "points", "hint", "elements");
      all.node(number)
          .flatMap(node -> map(node, "question " + number, known))
          .flatMap(q -> item(Integer.parseInt(number), q))
          .ifPresent(items::add);
    }
    items.sort(Comparator.comparingInt(i -> i.question().number()));
    return List.copyOf(items);
  }

  private Optional<Item> item(int number, KeyMap map) {
    Question question = new Question(number, map.word("asks"), map.number("points", 1));
    List<Element> elements = new ArrayList<>();
    for (Node node : map.list("elements")) {
      String what = "an element of question " + number;
      boolean verdict = KeyMap.has(node, "right");
      map(node, what, verdict ? VERDICT : SAYING)
          .ifPresent(e -> elements.add(verdict ? verdict(e) : saying(e)));
    }
    if (elements.stream().noneMatch(Element::required)) {
      map.wrong("elements", "needs at least one element that is required");
      return Optional.empty();
    }
    return Optional.of(new Item(question, map.word("hint"), List.copyOf(elements)));
  }

  private Element saying(KeyMap map) {
    List<Form> any = forms(map, "any");
    if (any.isEmpty()) {
      map.wrong("any", "needs at least one way to say it");
    }
    return new Saying(
        map.word("about"),
        map.number("weight", 1),
        map.choice("required", "true", "false", "true").equals("true"),
        any,
        forms(map, "nearly"),
        forms(map, "wrong"),
        map.choice("within", "sentence", "clause", "sentence").equals("clause"));
  }

  private Element verdict(KeyMap map) {
    return new Verdict(
        map.word("about"),
        map.number("weight", 1),
        map.choice("right", "yes", "no", "no").equals("yes"),
        forms(map, "says-yes"),
        forms(map, "says-no"),
        forms(map, "unless"));
  }

  private List<Form> forms(KeyMap map, String key) {
    List<Form> forms = map.words(key).stream().map(Form::of).toList();
    for (Form form : forms) {
      form.places().stream().flatMap(List::stream).forEach(this::learn);
    }
    return forms;
  }

  private void learn(Accepted accepted) {
    if (accepted instanceof Identifier identifier) {
      names.add(identifier.name());
    } else if (accepted instanceof Prefix prefix) {
      names.add(prefix.start());
    } else if (accepted instanceof Word word) {
      stems.add(word.stem());
    } else if (accepted instanceof Denied denied) {
      learn(denied.what());
    }
  }
}
