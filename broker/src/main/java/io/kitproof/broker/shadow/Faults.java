package io.kitproof.broker.shadow;

import io.kitproof.broker.fault.AwsFault;

/** What the shadow service answers when it cannot comply: all of 1.9 that can arise here. */
final class Faults {

  private Faults() {}

  static AwsFault invalidJson() {
    return badRequest("Invalid JSON");
  }

  static AwsFault missingState() {
    return badRequest("Missing required node: state");
  }

  static AwsFault stateIsNoObject() {
    return badRequest("State node must be an object");
  }

  static AwsFault desiredIsNoObject() {
    return badRequest("Desired node must be an object");
  }

  static AwsFault reportedIsNoObject() {
    return badRequest("Reported node must be an object");
  }

  static AwsFault strangeNode(Name name) {
    return badRequest("State contains an invalid node: '" + name + "'");
  }

  static AwsFault invalidToken() {
    return badRequest("Invalid clientToken");
  }

  static AwsFault invalidVersion() {
    return badRequest("Invalid version");
  }

  static AwsFault tooDeep() {
    return badRequest(
        "JSON contains too many levels of nesting; maximum is " + TreeReader.MAX_LEVELS);
  }

  static AwsFault noShadow(ShadowName name) {
    return new AwsFault(
        "ResourceNotFoundException", 404, "No shadow exists with name: '" + name.key() + "'");
  }

  static AwsFault versionConflict() {
    return new AwsFault("ConflictException", 409, "Version conflict");
  }

  static AwsFault tooLarge() {
    return new AwsFault(
        "RequestEntityTooLargeException", 413, "The payload exceeds the maximum size allowed");
  }

  /** The wording is AWS's own. */
  static AwsFault notUtf8() {
    return new AwsFault(
        "UnsupportedDocumentEncodingException",
        415,
        "Unsupported documented encoding; supported encoding is UTF-8");
  }

  /** AWS gives no text for this one; it is named after its code (1.9). */
  static AwsFault tooManyInFlight() {
    return new AwsFault("ThrottlingException", 429, "Too Many Requests");
  }

  static AwsFault internal() {
    return new AwsFault("InternalFailureException", 500, "Internal service failure");
  }

  static AwsFault badRequest(String message) {
    return new AwsFault("InvalidRequestException", 400, message);
  }
}
