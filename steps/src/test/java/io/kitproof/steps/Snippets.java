package io.kitproof.steps;

import static java.util.Objects.requireNonNull;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Small features that only tests run. */
final class Snippets {
  private Snippets() {}

  static String path(String feature) {
    try {
      return Path.of(
              requireNonNull(Snippets.class.getResource("/snippets/" + feature), feature).toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
