package io.kitproof.steps.grading;

import io.kitproof.reports.grading.Grade;

/** Hears how a grading goes on, on the threads that grade, also at the same time. */
public interface GradingListener {
  /** Nobody wants to know. */
  static GradingListener none() {
    return new GradingListener() {};
  }

  /**
   * All submissions were read.
   *
   * @param kept how many were graded already by an earlier run that was stopped
   */
  default void read(int submissions, int kept) {}

  /** A submission does this now. */
  default void at(String submission, String scenario) {}

  /** A submission is done: graded, or not to be graded. */
  default void done(Grade grade) {}
}
