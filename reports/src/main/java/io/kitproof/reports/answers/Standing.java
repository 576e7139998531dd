package io.kitproof.reports.answers;

/** How an answer stands against the key. */
public enum Standing {
  /** Every required element is there, and nothing against it. */
  CORRECT,
  /** Some of the required elements are there. */
  PARTIAL,
  /** None of them is, or the contrary is said. */
  WRONG,
  /** A person should look at it: it speaks for and against, or is nearly right. */
  UNCERTAIN,
  /** There is no answer. */
  MISSING
}
