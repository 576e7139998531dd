package io.kitproof.broker.http.sign;

import io.kitproof.broker.fault.AwsFault;

/** What AWS says to a request it cannot believe: public reports of its services' answers. */
final class Faults {

  private Faults() {}

  static AwsFault missing() {
    return new AwsFault("MissingAuthenticationTokenException", 403, "Missing Authentication Token");
  }

  static AwsFault incomplete(String message) {
    return new AwsFault("IncompleteSignatureException", 400, message);
  }

  static AwsFault invalid(String message) {
    return new AwsFault("InvalidSignatureException", 403, message);
  }

  static AwsFault unknownKey() {
    return new AwsFault(
        "UnrecognizedClientException",
        403,
        "The security token included in the request is invalid.");
  }

  static AwsFault mismatch() {
    return invalid(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }
}
