package io.kitproof.steps.selfcheck;

import io.kitproof.reports.matrix.Trial;
import io.kitproof.steps.CourseRun;

/** A trial and the scenarios it is made of. */
record TrialRun(Trial trial, CourseRun course) {}
