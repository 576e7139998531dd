package io.kitproof.reports.answers;

/** A file of answers can't be read; the message says why and what would help. */
public final class UnreadableAnswersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableAnswersException(String message) {
    super(message);
  }
}
