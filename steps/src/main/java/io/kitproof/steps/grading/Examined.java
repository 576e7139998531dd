package io.kitproof.steps.grading;

import io.kitproof.reports.grading.Grade;
import io.kitproof.reports.grading.Witnessed;

/** What came of a submission, with what was seen on the way. */
record Examined(Grade grade, Witnessed seen) {}
