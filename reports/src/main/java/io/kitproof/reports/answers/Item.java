package io.kitproof.reports.answers;

import io.kitproof.reports.answers.Element.Stand;
import io.kitproof.reports.answers.Element.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question and what its answer should say.
 *
 * @param hint what helps to find it
 * @param elements at least one of them required
 */
record Item(Question question, String hint, List<Element> elements) {
  private static final int LONGEST = 8000;
  private static final Set<String> NOTHING = Set.of("na", "todo", "tbd", "xxx");

  /** An element and how the answer stands to it. */
  private record Judged(Element element, Stand stand) {
    boolean is(State state) {
      return element.required() && stand.state() == state;
    }
  }

  QuestionGrade grade(Answer answer, Lexicon lexicon) {
    if (isNothing(answer.text())) {
      return grade(Standing.MISSING, 0, "There is no answer.");
    }
    if (answer.text().length() > LONGEST) {
      return grade(
          Standing.UNCERTAIN, 0, look(List.of("it is longer than " + LONGEST + " characters")));
    }
    Reading reading = Reading.of(answer.text());
    List<Judged> judged =
        elements.stream().map(e -> new Judged(e, e.in(reading, lexicon))).toList();
    List<String> doubts = doubts(judged);
    if (answer.doubtful()) {
      doubts.add("the number " + question.number() + " stands in the file twice");
    }
    if (reading.asks() && judged.stream().anyMatch(j -> j.is(State.THERE))) {
      doubts.add("it is put as a question");
    }
    boolean contrary =
        judged.stream().anyMatch(j -> j.element() instanceof Verdict && j.is(State.AGAINST));
    return decide(judged, doubts, contrary);
  }

  private QuestionGrade decide(List<Judged> judged, List<String> doubts, boolean contrary) {
    double share = contrary ? 0 : share(judged);
    if (!doubts.isEmpty()) {
      return grade(Standing.UNCERTAIN, share, look(doubts));
    }
    if (contrary) {
      return grade(Standing.WRONG, 0, "It says yes where no is right, or no for yes. " + hinted());
    }
    if (share == 0) {
      return grade(Standing.WRONG, 0, "What the question asks for is not there. " + hinted());
    }
    String missing = missing(judged, true);
    if (!missing.isEmpty()) {
      return grade(
          Standing.PARTIAL, share, "Part of it is there. Missing: " + missing + ". " + hinted());
    }
    String more = missing(judged, false);
    return grade(
        Standing.CORRECT, 1, more.isEmpty() ? "Right." : "Right. One could add: " + more + ".");
  }

  private static boolean isNothing(String text) {
    String letters =
        text.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(5)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .toLowerCase(Locale.ROOT);
    return letters.isEmpty() || NOTHING.contains(letters);
  }

  /** A missing yes or no is doubtful only beside something that is right. */
  private static List<String> doubts(List<Judged> judged) {
    boolean something = judged.stream().anyMatch(j -> j.is(State.THERE));
    List<String> doubts = new ArrayList<>();
    for (Judged j : judged) {
      if (j.is(State.DOUBTFUL) || (j.is(State.SILENT) && something)) {
        doubts.add(j.stand().why());
      }
    }
    return doubts;
  }

  private static double share(List<Judged> judged) {
    double all = 0;
    double there = 0;
    for (Judged j : judged) {
      all += j.element().required() ? j.element().weight() : 0;
      there += j.is(State.THERE) ? j.element().weight() : 0;
    }
    return there / all;
  }

  private static String missing(List<Judged> judged, boolean required) {
    return judged.stream()
        .filter(j -> j.element().required() == required)
        .filter(j -> j.stand().state() != State.THERE)
        .map(j -> j.element().about())
        .collect(Collectors.joining("; "));
  }

  private static String look(List<String> doubts) {
    return "Not decided, a person should look at it: " + String.join("; ", doubts) + ".";
  }

  private String hinted() {
    return "Hint: " + hint;
  }

  private QuestionGrade grade(Standing standing, double share, String feedback) {
    return new QuestionGrade(question.number(), standing, share, feedback);
  }
}
