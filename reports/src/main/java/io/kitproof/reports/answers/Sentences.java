package io.kitproof.reports.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into sentences, clauses and words, and marks what stands after a "not". */
final class Sentences {
  private static final Set<String> DENIALS =
      Set.of(
          "not",
          "no",
          "never",
          "without",
          "neither",
          "nor",
          "cannot",
          "none",
          "dont",
          "doesnt",
          "isnt",
          "arent",
          "cant",
          "wont",
          "didnt",
          "shouldnt",
          "neednt",
          "mustnt");
  private static final Set<String> TURNS =
      Set.of(
          "but",
          "only",
          "just",
          "except",
          "instead",
          "however",
          "because",
          "since",
          "although",
          "unless",
          "rather",
          "so");
  private static final Set<String> JOINTS =
      Set.of("and", "but", "while", "whereas", "or", "vs", "versus");
  private static final Set<String> BE = Set.of("is", "are", "was", "were");
  private static final Set<String> BE_NOT = Set.of("isn't", "isnt", "aren't", "arent", "wasn't");
  private static final Set<String> COMPLEMENTS =
      Set.of("the", "it", "that", "what", "used", "needed", "required", "called", "right", "so");
  private static final int LONGEST = 80;

  private final String text;
  private List<Token> sentence = new ArrayList<>();
  private int clause;
  private boolean denied;
  private String before = "";

  Sentences(String text) {
    this.text = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
  }

  /** Takes sentences as they end. */
  interface Sink {
    void take(List<Token> tokens, boolean question);
  }

  void read(Sink sink) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isWord(c)) {
        int end = wordEnd(i);
        word(text.substring(i, end));
        i = end;
      } else {
        mark(c, i, sink);
        i++;
      }
    }
    end(false, sink);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Dots, slashes and apostrophes inside a word belong to it. */
  private int wordEnd(int start) {
    int i = start;
    while (i < text.length()
        && (isWord(text.charAt(i))
            || (i + 1 < text.length()
                && "./'-".indexOf(text.charAt(i)) >= 0
                && isWord(text.charAt(i + 1))))) {
      i++;
    }
    return i;
  }

  private void mark(char c, int at, Sink sink) {
    boolean ends = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    if ((c == '.' || c == '!' || c == '?') && ends) {
      end(c == '?', sink);
    } else if (c == '\n' && text.startsWith("\n", at + 1)) {
      end(false, sink);
    } else if (",;\n\u2013\u2014".indexOf(c) >= 0) {
      clause++;
      denied = false;
    } else if (":()".indexOf(c) >= 0) {
      // "library: names" belongs together, "not (yet) so" does not.
      denied = false;
    }
  }

  private void end(boolean question, Sink sink) {
    if (!sentence.isEmpty()) {
      denySubjects();
      sink.take(sentence, question);
      sentence = new ArrayList<>();
    }
    clause++;
    denied = false;
    before = "";
  }

  /** In "this is not the one" this is denied, which stands before the "not". */
  private void denySubjects() {
    for (int i = 0; i + 2 < sentence.size(); i++) {
      String next = sentence.get(i + 1).text();
      boolean split = BE.contains(next) && sentence.get(i + 2).text().equals("not");
      int after = split ? i + 3 : i + 2;
      if ((split || BE_NOT.contains(next))
          && after < sentence.size()
          && COMPLEMENTS.contains(sentence.get(after).text())) {
        Token subject = sentence.get(i);
        sentence.set(i, new Token(subject.text(), subject.stems(), subject.clause(), true));
      }
    }
  }

  private void word(String written) {
    String word = bare(written);
    if (word.isEmpty()) {
      return;
    }
    boolean of = before.equals("instead") && word.equals("of");
    boolean than = before.equals("rather") && word.equals("than");
    if (DENIALS.contains(word) || word.endsWith("n't") || of || than) {
      denied = true;
    } else if (TURNS.contains(word)) {
      denied = false;
    }
    clause += JOINTS.contains(word) ? 1 : 0;
    sentence.add(new Token(word, stems(word), clause, denied));
    before = word;
  }

  /** Without underscores in front, which are marks for italics or left of a macro, and 's. */
  private static String bare(String written) {
    int from = 0;
    while (from < written.length() && written.charAt(from) == '_') {
      from++;
    }
    int to = written.length() - (written.endsWith("'s") ? 2 : 0);
    return written.length() > LONGEST || to <= from ? "" : written.substring(from, to);
  }

  private static List<String> stems(String word) {
    List<String> stems = new ArrayList<>();
    stems.add(Stem.of(word));
    for (String part : word.split("[./\\-_]", -1)) {
      if (!part.isEmpty() && part.length() < word.length() && word.indexOf('_') < 0) {
        stems.add(Stem.of(part));
      }
    }
    return stems;
  }
}
