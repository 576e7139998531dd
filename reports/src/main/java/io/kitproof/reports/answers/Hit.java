package io.kitproof.reports.answers;

/** How surely something was seen in an answer; later is surer. */
enum Hit {
  /** Not at all. */
  NONE,
  /** Something like it. */
  NEAR,
  /** After a "not". */
  DENIED,
  /** Plainly. */
  FOUND
}
