package io.kitproof.reports.grading;

import io.kitproof.fixtures.yaml.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The rubric's author has to change something; nothing was graded. */
public final class RubricException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RubricException(List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    (findings.size() == 1 ? "1 finding" : findings.size() + " findings")
                        + " in the rubric; nothing was graded.\n  ",
                    "")));
  }
}
