package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.util.Map;

/**
 * The registry's refusals, with the type, status and words of AWS's (facts of AWS IoT 4.2). Where
 * the words are nobody's published ones they are AWS's generic ones for the type.
 */
final class Faults {

  private Faults() {}

  static AwsFault notFound(String message) {
    return new AwsFault("ResourceNotFoundException", 404, message);
  }

  static AwsFault notFound() {
    return notFound("The specified resource does not exist");
  }

  static AwsFault noSuchPolicy() {
    return notFound("Policy not found");
  }

  static AwsFault noSuchCertificate() {
    return notFound("The certificate given in the principal does not exist.");
  }

  static AwsFault invalid(String message) {
    return new AwsFault("InvalidRequestException", 400, message);
  }

  static AwsFault exists(String message, String id, String arn) {
    return new AwsFault(
        "ResourceAlreadyExistsException",
        409,
        message,
        Map.of("resourceId", id, "resourceArn", arn));
  }

  static AwsFault deleteConflict(String message) {
    return new AwsFault("DeleteConflictException", 409, message);
  }

  static AwsFault versionConflict(String what, String name) {
    return new AwsFault(
        "VersionConflictException",
        409,
        "The version for " + what + " " + name + " does not match the expected version.");
  }

  static AwsFault limitExceeded(String message) {
    return new AwsFault("LimitExceededException", 410, message);
  }

  static AwsFault certificateState(String message) {
    return new AwsFault("CertificateStateException", 406, message);
  }

  static AwsFault certificateInvalid(String message) {
    return new AwsFault("CertificateValidationException", 400, message);
  }
}
