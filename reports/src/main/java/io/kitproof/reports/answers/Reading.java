package io.kitproof.reports.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as sentences of words; questions in it are left out, for they tell nothing. */
final class Reading {
  private final List<List<Token>> sentences;
  private final boolean asks;

  private Reading(List<List<Token>> sentences, boolean asks) {
    this.sentences = sentences;
    this.asks = asks;
  }

  static Reading of(String text) {
    List<List<Token>> told = new ArrayList<>();
    List<List<Token>> asked = new ArrayList<>();
    new Sentences(text).read((tokens, question) -> (question ? asked : told).add(tokens));
    return told.isEmpty() ? new Reading(asked, !asked.isEmpty()) : new Reading(told, false);
  }

  List<List<Token>> sentences() {
    return sentences;
  }

  /** The same in smaller parts. */
  List<List<Token>> clauses() {
    Map<Integer, List<Token>> clauses = new TreeMap<>();
    for (List<Token> sentence : sentences) {
      for (Token token : sentence) {
        clauses.computeIfAbsent(token.clause(), c -> new ArrayList<>()).add(token);
      }
    }
    return List.copyOf(clauses.values());
  }

  /** True when all of it is put as a question. */
  boolean asks() {
    return asks;
  }
}
