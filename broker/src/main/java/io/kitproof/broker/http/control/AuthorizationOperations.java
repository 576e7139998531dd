package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.policy.NamedPolicy;
import io.kitproof.broker.registry.Authorization;
import io.kitproof.broker.registry.Authorization.ActionType;
import io.kitproof.broker.registry.Authorization.Verdict;
import io.kitproof.broker.registry.Authorization.Wish;
import io.kitproof.broker.registry.Registry;

/** TestAuthorization and GetEffectivePolicies. */
final class AuthorizationOperations {

  private final Authorization authorization;

  AuthorizationOperations(Registry registry) {
    this.authorization = registry.authorization();
  }

  void addTo(Control control) {
    control
        .add("POST", "/test-authorization", this::test)
        .add("POST", "/effective-policies", this::effective);
  }

  private Answer test(Request request) {
    Body body = Body.of(request);
    Authorization.Case tried =
        new Authorization.Case(
            body.text("principal"),
            request.query("clientId").orElse(""),
            body.objects("authInfos").stream().map(AuthorizationOperations::wish).toList(),
            body.texts("policyNamesToAdd"),
            body.texts("policyNamesToSkip"));
    return new Tree()
        .with("authResults", authorization.test(tried), AuthorizationOperations::shape)
        .answer();
  }

  private static Wish wish(Body info) {
    return new Wish(
        Query.oneOf(ActionType.class, "actionType", info.text("actionType")),
        info.texts("resources"));
  }

  private static Tree shape(Verdict verdict) {
    return new Tree()
        .with(
            "authInfo",
            new Tree()
                .with("actionType", verdict.wish().action().name())
                .with("resources", verdict.wish().resources()))
        .with(
            "allowed",
            new Tree().with("policies", verdict.allowing(), AuthorizationOperations::named))
        .with(
            "denied",
            new Tree()
                .with(
                    "implicitDeny",
                    new Tree().with("policies", verdict.silent(), AuthorizationOperations::named))
                .with(
                    "explicitDeny",
                    new Tree().with("policies", verdict.denying(), AuthorizationOperations::named)))
        .with("authDecision", verdict.decision().name())
        .with("missingContextValues", verdict.missing());
  }

  private static Tree named(NamedPolicy policy) {
    return new Tree().with("policyName", policy.name()).with("policyArn", policy.arn());
  }

  private Answer effective(Request request) {
    return new Tree()
        .with(
            "effectivePolicies",
            authorization.effectivePolicies(
                Body.of(request).text("principal"), request.query("thingName")),
            policy -> named(policy).with("policyDocument", policy.document().text()))
        .answer();
  }
}
