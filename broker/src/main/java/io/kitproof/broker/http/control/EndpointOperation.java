package io.kitproof.broker.http.control;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Constraint;
import java.util.function.Supplier;

/** DescribeEndpoint. */
final class EndpointOperation {

  private static final String UNASKED = "iot:Data";

  private final Supplier<Endpoints> endpoints;

  EndpointOperation(Supplier<Endpoints> endpoints) {
    this.endpoints = endpoints;
  }

  void addTo(Control control) {
    control.add("GET", "/endpoint", this::describe);
  }

  private Answer describe(Request request) {
    String type =
        Constraint.ENDPOINT_TYPE.check(
            "endpointType", request.query("endpointType").orElse(UNASKED));
    String address = endpoints.get().byType().get(type);
    if (address == null) {
      throw new AwsFault(
          "InvalidRequestException", 400, "Endpoint type " + type + " not recognized.");
    }
    return new Tree().with("endpointAddress", address).answer();
  }
}
