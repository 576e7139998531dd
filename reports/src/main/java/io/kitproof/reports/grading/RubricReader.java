package io.kitproof.reports.grading;

import static io.kitproof.fixtures.yaml.Spelling.capital;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.fixtures.text.NotUtf8Exception;
import io.kitproof.fixtures.text.Utf8;
import io.kitproof.fixtures.text.YamlText;
import io.kitproof.fixtures.yaml.Finding;
import io.kitproof.fixtures.yaml.Findings;
import io.kitproof.fixtures.yaml.Section;
import io.kitproof.fixtures.yaml.Values;
import io.kitproof.reports.grading.Rubric.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a rubric and judges it. */
final class RubricReader {
  private static final YamlText.Kind KIND =
      new YamlText.Kind(
          "A rubric", "The rubric is empty; it needs at least the keys rubric and items.");
  private static final Set<String> KEYS = Set.of("rubric", "items");
  private static final Set<String> ITEM_KEYS =
      Set.of("id", "exercise", "text", "scenarios", "question", "points", "credit", "hint");
  private static final Map<String, Boolean> CREDITS = Map.of("partial", true, "all", false);
  private static final Map<String, String> EXERCISES =
      Map.of("02", "02", "03", "03", "04", "04", "05", "05", "06", "06");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String ID_EXPECTED = "a word of small letters, digits and '-'";
  private static final int QUESTIONS = 99;
  private static final int MOST_POINTS = 1000;

  private final Findings findings;
  private final Set<String> ids = new HashSet<>();

  private RubricReader(Findings findings) {
    this.findings = findings;
  }

  static Rubric shipped() {
    try (InputStream in = RubricReader.class.getResourceAsStream("rubric.yaml")) {
      byte[] bytes = Objects.requireNonNull(in, "rubric.yaml").readAllBytes();
      return parse(new String(bytes, UTF_8), "rubric.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rubric load(Path file) {
    String source = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(YamlText.LIMIT + 1);
      return parse(Utf8.decoded(bytes), source);
    } catch (NotUtf8Exception e) {
      throw refused(source, e.line(), "The rubric should be UTF-8, but has other bytes here.");
    } catch (IOException e) {
      throw refused(source, 0, "The rubric can't be read: " + e + ".");
    }
  }

  private static RubricException refused(String source, int line, String text) {
    return new RubricException(List.of(new Finding(source, line, text)));
  }

  static Rubric parse(String yaml, String source) {
    Findings findings = new Findings(source);
    Optional<Rubric> rubric =
        YamlText.read(KIND, yaml, findings::add)
            .flatMap(root -> Section.of(root, "the rubric", 1, KEYS, findings))
            .map(root -> new RubricReader(findings).rubric(root, digest(yaml)));
    if (!findings.sorted().isEmpty()) {
      throw new RubricException(findings.sorted());
    }
    return rubric.orElseThrow();
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private Rubric rubric(Section root, String digest) {
    if (!root.has("rubric")) {
      root.needs("rubric", "rubric: <the name of the course>");
    }
    List<Item> items = new ArrayList<>();
    for (Section item : root.sections("items", "item", ITEM_KEYS)) {
      item(item).ifPresent(items::add);
    }
    if (items.isEmpty()) {
      root.report("items", "The rubric gives no points: write items: [{id: …, points: …}].");
    }
    return new Rubric(root.word("rubric", "a name").orElse(""), items, digest);
  }

  private Optional<Item> item(Section item) {
    for (String key : List.of("id", "exercise", "text", "points")) {
      if (!item.has(key)) {
        item.needs(key, key + ": …");
      }
    }
    if (item.has("scenarios") == item.has("question")) {
      item.report(
          "",
          capital(item.what())
              + " is either for scenarios or for a question: write scenarios: <tags>, or"
              + " question: <its number>.");
    }
    Values values = new Values(item);
    return Optional.of(
        new Item(
            id(item),
            values.choice("exercise", "exercise", EXERCISES).orElse(""),
            item.word("text", "a sentence").orElse(""),
            item.word("scenarios", "tags such as \"@exercise-02 and @starts\""),
            values.whole("question", 1, QUESTIONS).map(Math::toIntExact),
            points(values),
            values.choice("credit", "credit", CREDITS).orElse(true),
            item.word("hint", "a sentence").orElse("")));
  }

  /** Hundredths, at the most: what adds up to what the sheet says. */
  private static BigDecimal points(Values values) {
    return Amount.rounded(BigDecimal.valueOf(values.decimal("points", 0.01, MOST_POINTS, 1)));
  }

  private String id(Section item) {
    String id = item.word("id", ID_EXPECTED).orElse("");
    if (item.has("id") && !ID.matcher(id).matches()) {
      item.shouldBe("id", ID_EXPECTED);
    } else if (!ids.add(id)) {
      findings.add(item.line("id"), "There is an item \"" + id + "\" already.");
    }
    return id;
  }
}
