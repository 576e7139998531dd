package io.kitproof.boards.kit.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The query of a URL, decoded before it is split. */
record Query(Optional<String> text) {
  /**
   * All of it.
   *
   * @throws ServerCrash if the URL has no question mark: the handlers follow a null pointer
   */
  String all() {
    return text.orElseThrow(() -> new ServerCrash("a URL without a query"));
  }

  /** What stands between the ampersands. */
  List<String> parts() {
    return Arrays.asList(all().split("&", -1));
  }

  /** The value of the first parameter of that name. */
  Optional<String> value(String name) {
    String start = name + "=";
    return parts().stream()
        .filter(part -> part.startsWith(start))
        .map(part -> part.substring(start.length()))
        .findFirst();
  }

  /** Its number; 0 where it is missing or none. */
  int number(String name) {
    return value(name).map(UrlText::number).orElse(0);
  }
}
