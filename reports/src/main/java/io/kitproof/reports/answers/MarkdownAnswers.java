package io.kitproof.reports.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers under numbered headings or in a numbered list. The first number's style is that of all:
 * where headings have numbers, a numbered list below one belongs to its answer.
 */
final class MarkdownAnswers {
  private final Map<Integer, Answer> answers = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<NumberedLine.Style> style = Optional.empty();
  private int open;
  private int lastStep;

  private MarkdownAnswers() {}

  static Map<Integer, Answer> read(String markdown) {
    MarkdownAnswers reader = new MarkdownAnswers();
    String[] lines = markdown.split("\n", -1);
    List<Boolean> code = inCode(lines);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      Optional<NumberedLine> numbered =
          code.get(i) ? Optional.empty() : NumberedLine.of(line).filter(reader::isAnswer);
      if (numbered.isPresent()) {
        reader.begin(numbered.get());
      } else {
        reader.text.append(line).append('\n');
      }
    }
    reader.end();
    return reader.answers;
  }

  /** Which lines stand between fences; a fence without a second one is none. */
  private static List<Boolean> inCode(String[] lines) {
    List<Boolean> inCode = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < lines.length; i++) {
      boolean fence = lines[i].strip().startsWith("```");
      inCode.add(fence || open >= 0);
      if (fence) {
        open = open < 0 ? i : -1;
      }
    }
    for (int i = open; i >= 0 && i < lines.length; i++) {
      inCode.set(i, false);
    }
    return inCode;
  }

  private boolean isAnswer(NumberedLine line) {
    if (style.isEmpty()) {
      style = Optional.of(line.style());
    }
    if (!style.get().equals(line.style())) {
      return false;
    }
    // Steps 1, 2, 3 … in the answer of question 10 are not questions 1, 2, 3 again.
    boolean step =
        line.style() == NumberedLine.Style.LIST
            && line.number() == lastStep + 1
            && (answers.containsKey(line.number()) || open == line.number());
    lastStep = step ? line.number() : 0;
    return !step;
  }

  private void begin(NumberedLine line) {
    end();
    open = line.number();
    text.append(line.rest()).append('\n');
  }

  private void end() {
    if (open > 0) {
      String written = text.toString().strip();
      Answer before = answers.get(open);
      answers.put(open, before == null ? new Answer(written, false) : before.and(written, true));
    }
    text.setLength(0);
  }
}
