package io.kitproof.broker.policy;

/** What policies say to a question; named as in the answers of TestAuthorization. */
public enum Decision {
  /** A statement allows it and none denies it. */
  ALLOWED,
  /** A statement denies it, whatever others allow. */
  EXPLICIT_DENY,
  /** Nothing is said about it. */
  IMPLICIT_DENY
}
