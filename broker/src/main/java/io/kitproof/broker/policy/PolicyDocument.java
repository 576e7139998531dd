package io.kitproof.broker.policy;

import java.util.List;

/**
 * The JSON text of an AWS IoT policy and what it means: the grammar of IAM policies without
 * principals. Facts of AWS IoT 3.
 */
public final class PolicyDocument {

  private final String text;
  private final List<Statement> statements;

  private PolicyDocument(String text, List<Statement> statements) {
    this.text = text;
    this.statements = List.copyOf(statements);
  }

  /**
   * Reads a document of at most 2048 characters, white space not counted.
   *
   * @throws io.kitproof.broker.fault.AwsFault MalformedPolicyException if it is none;
   *     InvalidRequestException if it has more than 404,600 characters with white space
   */
  public static PolicyDocument parse(String json) {
    return new PolicyDocument(json, DocumentReader.statements(json));
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  List<Statement> statements() {
    return statements;
  }

  /** Equal texts make equal documents. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyDocument document && document.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
