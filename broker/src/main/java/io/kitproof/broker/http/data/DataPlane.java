package io.kitproof.broker.http.data;

import io.kitproof.broker.gateway.DeviceGateway;
import io.kitproof.broker.http.Routes;
import io.kitproof.broker.shadow.Shadows;
import io.kitproof.broker.store.Store;
import java.util.List;

/**
 * The operations of AWS IoT's data plane (facts of AWS IoT 1.11). SendDirectMessage is not among
 * them.
 */
public final class DataPlane {

  private DataPlane() {}

  /**
   * All of them.
   *
   * @param arns what stands before the type and name of a resource, such as {@code
   *     arn:aws:iot:us-east-1:123456789012:}
   */
  public static Routes routes(
      Shadows shadows, DeviceGateway gateway, Store store, Authority authority, String arns) {
    Permit permit = new Permit(authority, arns);
    Routes routes = new Routes();
    new ShadowOperations(shadows, permit).addTo(routes);
    new RetainedOperations(gateway.retained(), permit).addTo(routes);
    new ConnectionOperations(gateway, permit).addTo(routes);
    routes.add(
        "POST", "/topics/{topic+}", new PublishOperation(gateway, List.of(shadows), store, permit));
    return routes;
  }
}
