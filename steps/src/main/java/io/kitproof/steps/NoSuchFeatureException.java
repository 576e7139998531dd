package io.kitproof.steps;

import java.util.List;

/** A run was asked for a feature there is none of: the caller's mistake. */
public final class NoSuchFeatureException extends RuntimeException {
  private NoSuchFeatureException(String message) {
    super(message);
  }

  static NoSuchFeatureException named(String asked, List<String> there) {
    return new NoSuchFeatureException(
        "No feature \"" + asked + "\". Features: " + String.join(", ", there) + ".");
  }

  static NoSuchFeatureException at(String path) {
    return new NoSuchFeatureException("No feature file " + path + ".");
  }
}
