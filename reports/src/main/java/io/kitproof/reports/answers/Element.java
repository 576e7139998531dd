package io.kitproof.reports.answers;

/** One thing that an answer should say. */
sealed interface Element permits Saying, Verdict {
  /** What it is, in words that do not give it away. */
  String about();

  /** Its part of the question's points beside the other elements'. */
  double weight();

  /** False when a good answer may do without it. */
  boolean required();

  /** How the answer stands to it. */
  Stand in(Reading answer, Lexicon lexicon);

  /** What can be said of an element. */
  enum State {
    /** It is there. */
    THERE,
    /** It is not. */
    ABSENT,
    /** Its contrary is. */
    AGAINST,
    /** A person should look at it. */
    DOUBTFUL,
    /** Neither yes nor no is said. */
    SILENT
  }

  /**
   * A state and what makes it doubtful.
   *
   * @param why a part of a sentence; empty unless it is doubtful
   */
  record Stand(State state, String why) {
    static Stand of(State state) {
      return new Stand(state, "");
    }
  }
}
