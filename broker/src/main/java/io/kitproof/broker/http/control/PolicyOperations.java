package io.kitproof.broker.http.control;

import io.kitproof.broker.http.Answer;
import io.kitproof.broker.http.Request;
import io.kitproof.broker.registry.Policies;
import io.kitproof.broker.registry.Policy;
import io.kitproof.broker.registry.Registry;
import java.util.List;

/** CreatePolicy, CreatePolicyVersion and the other operations on policies and versions. */
final class PolicyOperations {

  private static final String ONE = "/policies/{policyName}";
  private static final String VERSIONS = ONE + "/version";
  private static final String VERSION = VERSIONS + "/{policyVersionId}";

  private final Policies policies;

  PolicyOperations(Registry registry) {
    this.policies = registry.policies();
  }

  void addTo(Control control) {
    control
        .add("POST", ONE, this::create)
        .add("GET", ONE, this::get)
        .add("DELETE", ONE, this::delete)
        .add("GET", "/policies", this::list)
        .add("POST", VERSIONS, this::createVersion)
        .add("GET", VERSIONS, this::listVersions)
        .add("GET", VERSION, this::getVersion)
        .add("DELETE", VERSION, this::deleteVersion)
        .add("PATCH", VERSION, this::setDefault);
  }

  private Answer create(Request request) {
    Body body = Body.of(request);
    Policy policy =
        policies.create(request.part("policyName"), body.text("policyDocument"), body.tags("tags"));
    return named(policies, policy)
        .with("policyDocument", policy.standardVersion().document())
        .with("policyVersionId", number(policy.standard()))
        .answer();
  }

  private Answer get(Request request) {
    Policy policy = policies.get(request.part("policyName"));
    return named(policies, policy)
        .with("policyDocument", policy.standardVersion().document())
        .with("defaultVersionId", number(policy.standard()))
        .with("creationDate", policy.created())
        .with("lastModifiedDate", policy.modified())
        .with("generationId", policy.generation())
        .answer();
  }

  private Answer delete(Request request) {
    policies.delete(request.part("policyName"));
    return Answer.empty();
  }

  private Answer list(Request request) {
    return Tree.page(
            "policies",
            policies.list(Query.ascending(request), Query.byMarker(request)),
            policy -> named(policies, policy),
            "nextMarker")
        .answer();
  }

  private Answer createVersion(Request request) {
    Policy policy =
        policies.createVersion(
            request.part("policyName"),
            Body.of(request).text("policyDocument"),
            Query.flag(request, "setAsDefault"));
    Policy.Version made = policy.versions().get(policy.versions().size() - 1);
    return new Tree()
        .with("policyArn", policies.arn(policy.name()))
        .with("policyDocument", made.document())
        .with("policyVersionId", number(made.number()))
        .with("isDefaultVersion", made.number() == policy.standard())
        .answer();
  }

  private Answer listVersions(Request request) {
    Policy policy = policies.get(request.part("policyName"));
    List<Policy.Version> versions = policy.versions();
    return new Tree()
        .with(
            "policyVersions",
            versions,
            version ->
                new Tree()
                    .with("versionId", number(version.number()))
                    .with("isDefaultVersion", version.number() == policy.standard())
                    .with("createDate", version.created()))
        .answer();
  }

  private Answer getVersion(Request request) {
    Policy policy = policies.get(request.part("policyName"));
    Policy.Version version = policies.version(policy.name(), request.part("policyVersionId"));
    return new Tree()
        .with("policyArn", policies.arn(policy.name()))
        .with("policyName", policy.name())
        .with("policyDocument", version.document())
        .with("policyVersionId", number(version.number()))
        .with("isDefaultVersion", version.number() == policy.standard())
        .with("creationDate", version.created())
        .with("lastModifiedDate", version.created())
        .with("generationId", policy.generation())
        .answer();
  }

  private Answer deleteVersion(Request request) {
    policies.deleteVersion(request.part("policyName"), request.part("policyVersionId"));
    return Answer.empty();
  }

  private Answer setDefault(Request request) {
    policies.setStandard(request.part("policyName"), request.part("policyVersionId"));
    return Answer.empty();
  }

  private static String number(int version) {
    return Integer.toString(version);
  }

  static Tree named(Policies policies, Policy policy) {
    return new Tree()
        .with("policyName", policy.name())
        .with("policyArn", policies.arn(policy.name()));
  }
}
