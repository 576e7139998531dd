package io.kitproof.broker.http.data;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.http.Caller;
import io.kitproof.broker.http.Request;

/**
 * Asks the policies of a device before an operation does anything; who signs may do everything.
 *
 * @param arns what stands before the type and name of a resource: {@code
 *     arn:aws:iot:us-east-1:123456789012:}
 */
record Permit(Authority authority, String arns) {

  /**
   * @param resource type and name, such as {@code topic/abc}
   * @throws AwsFault if it is forbidden
   */
  void check(Request request, String action, String resource) {
    checkArn(request, action, arns + resource);
  }

  /**
   * @throws AwsFault if it is forbidden
   */
  void checkAny(Request request, String action) {
    checkArn(request, action, "*");
  }

  private void checkArn(Request request, String action, String arn) {
    if (request.caller() instanceof Caller.Device device
        && !authority.allows(device.principal(), action, arn)) {
      throw new AwsFault("ForbiddenException", 403, "Forbidden");
    }
  }
}
