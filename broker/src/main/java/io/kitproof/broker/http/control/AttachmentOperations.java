package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Attachments;
import io.kitproof.broker.registry.Page;
import io.kitproof.broker.registry.Policies;
import io.kitproof.broker.registry.Policy;
import io.kitproof.broker.registry.Registry;
import org.jspecify.annotations.Nullable;

/** AttachPolicy and DetachPolicy, their older forms, and the lists from both ends. */
final class AttachmentOperations {

  private final Attachments attachments;
  private final Policies policies;

  AttachmentOperations(Registry registry) {
    this.attachments = registry.attachments();
    this.policies = registry.policies();
  }

  void addTo(Control control) {
    control
        .add("PUT", "/target-policies/{policyName}", this::attach)
        .add("POST", "/target-policies/{policyName}", this::detach)
        .add("PUT", "/principal-policies/{policyName}", this::attachToPrincipal)
        .add("DELETE", "/principal-policies/{policyName}", this::detachFromPrincipal)
        .add("POST", "/attached-policies/{target}", this::attached)
        .add("POST", "/policy-targets/{policyName}", this::targets)
        .add("GET", "/principal-policies", this::ofPrincipal)
        .add("GET", "/policy-principals", this::principals);
  }

  private Answer attach(Request request) {
    attachments.attach(request.part("policyName"), Body.of(request).text("target"));
    return Answer.empty();
  }

  private Answer detach(Request request) {
    attachments.detach(request.part("policyName"), Body.of(request).text("target"));
    return Answer.empty();
  }

  private Answer attachToPrincipal(Request request) {
    attachments.attachToPrincipal(request.part("policyName"), principal(request));
    return Answer.empty();
  }

  private Answer detachFromPrincipal(Request request) {
    attachments.detachFromPrincipal(request.part("policyName"), principal(request));
    return Answer.empty();
  }

  private Answer attached(Request request) {
    return list(
        attachments.policies(
            request.part("target"), Query.flag(request, "recursive"), Query.byMarker(request)));
  }

  private Answer ofPrincipal(Request request) {
    return list(attachments.policiesOfPrincipal(principal(request), Query.byMarker(request)));
  }

  private Answer list(Page<Policy> page) {
    return Tree.page(
            "policies", page, policy -> PolicyOperations.named(policies, policy), "nextMarker")
        .answer();
  }

  private Answer targets(Request request) {
    Page<String> page = attachments.targets(request.part("policyName"), Query.byMarker(request));
    return Tree.names("targets", page, "nextMarker").answer();
  }

  private Answer principals(Request request) {
    String policy = request.header("x-amzn-iot-policy").orElse(null);
    Page<String> page = attachments.principals(policy, Query.byMarker(request));
    return Tree.names("principals", page, "nextMarker").answer();
  }

  private static @Nullable String principal(Request request) {
    return request.header("x-amzn-iot-principal").orElse(null);
  }
}
