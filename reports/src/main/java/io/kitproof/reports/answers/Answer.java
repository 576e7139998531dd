package io.kitproof.reports.answers;

/**
 * What stands after a number.
 *
 * @param doubtful true when it is not plain which text is its answer
 */
record Answer(String text, boolean doubtful) {
  /** The same with more text after it. */
  Answer and(String more, boolean doubt) {
    return new Answer(text.isBlank() ? more : text + "\n" + more, doubtful || doubt);
  }
}
