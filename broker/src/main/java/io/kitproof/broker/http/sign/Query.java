package io.kitproof.broker.http.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query with its names and values decoded, in their order. */
record Query(List<Map.Entry<String, String>> parameters) {

  static Query parse(String query) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        parameters.add(Map.entry(Escapes.decoded(name), Escapes.decoded(value)));
      }
    }
    return new Query(List.copyOf(parameters));
  }

  Optional<String> first(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Query without(String name) {
    return new Query(parameters.stream().filter(p -> !p.getKey().equals(name)).toList());
  }

  /** Encoded again and sorted: the form in which it is signed. */
  String canonical() {
    List<String> encoded =
        parameters.stream()
            .map(p -> Map.entry(Escapes.encoded(p.getKey()), Escapes.encoded(p.getValue())))
            .sorted(
                Map.Entry.<String, String>comparingByKey()
                    .thenComparing(Map.Entry.comparingByValue()))
            .map(p -> p.getKey() + "=" + p.getValue())
            .toList();
    return String.join("&", encoded);
  }
}
