package io.kitproof.steps.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;

/** Several texts in one sentence, in order: {@code "LIGHT ON", "LIGHT OFF"}. */
public record Texts(List<String> all) {
  static final String SAID = "\"[^\"]*\"(?:, \"[^\"]*\")+";

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  static Texts of(String said) {
    return new Texts(QUOTED.matcher(said).results().map(found -> found.group(1)).toList());
  }

  List<byte[]> bytes() {
    return all.stream().map(text -> text.getBytes(UTF_8)).toList();
  }
}
