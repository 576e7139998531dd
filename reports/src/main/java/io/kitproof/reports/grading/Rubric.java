package io.kitproof.reports.grading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is worth how many points.
 *
 * @param title what the course calls it
 * @param items in the order of the grade sheet's columns
 * @param digest SHA-256 of its text, in hex: grades are of one rubric
 */
public record Rubric(String title, List<Item> items, String digest) {

  /**
   * One line of it: scenarios that a kit has to pass, or a question of exercise 03.
   *
   * @param id what the sheet calls it
   * @param exercise its number, as {@code 02}
   * @param text what it is about, for people
   * @param scenarios a tag expression of Cucumber
   * @param partial whether each scenario that passes earns its share; else all of them have to
   * @param hint what to try when points are lost
   */
  public record Item(
      String id,
      String exercise,
      String text,
      Optional<String> scenarios,
      Optional<Integer> question,
      BigDecimal points,
      boolean partial,
      String hint) {}

  /** Copies the list. */
  public Rubric {
    items = List.copyOf(items);
  }

  /** The course's, which ships inside. */
  public static Rubric course() {
    return RubricReader.shipped();
  }

  /**
   * One of somebody's own.
   *
   * @throws RubricException with all findings, when it can't be read or can't be right
   */
  public static Rubric load(Path file) {
    return RubricReader.load(file);
  }

  /** The items of some exercises. */
  public List<Item> of(List<String> exercises) {
    return items.stream().filter(item -> exercises.contains(item.exercise())).toList();
  }
}
