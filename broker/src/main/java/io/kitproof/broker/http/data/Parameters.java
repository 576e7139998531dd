package io.kitproof.broker.http.data;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Request;
import java.util.Optional;

/**
 * Parameters of a query that are not texts. The words of the refusals are ours: nobody has
 * published those of the data plane.
 */
final class Parameters {

  private Parameters() {}

  static AwsFault invalid(String message) {
    return new AwsFault("InvalidRequestException", 400, message);
  }

  static boolean flag(Request request, String name) {
    String value = request.query(name).orElse("");
    return switch (value) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw invalid(name + " must be true or false");
    };
  }

  /** The number, if there is one, within bounds. */
  static Optional<Integer> number(Request request, String name, int least, int most) {
    Optional<String> given = request.query(name).filter(value -> !value.isEmpty());
    return given.map(
        value -> {
          int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
          if (number < least || number > most) {
            throw invalid(name + " must be a number from " + least + " to " + most);
          }
          return number;
        });
  }
}
