package io.kitproof.reports.quarantine;

import java.util.List;

/** A quarantine file can't be right; nothing was switched. Carries every finding. */
public final class QuarantineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuarantineException(List<String> findings) {
    super(
        (findings.size() == 1 ? "1 finding" : findings.size() + " findings")
            + " in the quarantine; nothing was switched.\n  "
            + String.join("\n  ", findings));
  }
}
