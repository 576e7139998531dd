package io.kitproof.reports.answers;

import java.util.List;

/** An answer key can't be right; the message has every finding, with its line and key. */
public final class AnswerKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerKeyException(String source, List<String> findings) {
    super(source + " can't be used:\n  " + String.join("\n  ", findings));
  }
}
