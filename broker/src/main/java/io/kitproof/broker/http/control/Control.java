package io.kitproof.broker.http.control;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.kitproof.broker.http.Operation;
import io.kitproof.broker.http.Routes;
import io.kitproof.broker.registry.Registry;
import java.util.function.Supplier;

/** Where the operations of the control plane live; who may call them is the server's business. */
public final class Control {

  private final Routes routes;

  private Control(Routes routes) {
    this.routes = routes;
  }

  /**
   * Adds all operations to the routes.
   *
   * @param endpoints asked each time, since a door may open after this
   */
  @CanIgnoreReturnValue
  public static Routes addTo(Routes routes, Registry registry, Supplier<Endpoints> endpoints) {
    Control control = new Control(routes);
    new ThingOperations(registry).addTo(control);
    new ThingTypeOperations(registry).addTo(control);
    new ThingGroupOperations(registry).addTo(control);
    new MembershipOperations(registry).addTo(control);
    new PrincipalOperations(registry).addTo(control);
    new CertificateOperations(registry).addTo(control);
    new SignatoryOperations(registry).addTo(control);
    new PolicyOperations(registry).addTo(control);
    new AttachmentOperations(registry).addTo(control);
    new AuthorizationOperations(registry).addTo(control);
    new TagOperations(registry).addTo(control);
    new EndpointOperation(endpoints).addTo(control);
    return routes;
  }

  @CanIgnoreReturnValue
  Control add(String method, String template, Operation operation) {
    routes.add(method, template, operation);
    return this;
  }
}
