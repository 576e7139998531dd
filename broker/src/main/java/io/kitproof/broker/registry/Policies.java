package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations on policies and their versions. */
public final class Policies {

  private final Books books;

  Policies(Books books) {
    this.books = books;
  }

  /**
   * Makes a policy with version 1.
   *
   * @throws AwsFault ResourceAlreadyExistsException; MalformedPolicyException
   */
  public Policy create(String name, @Nullable String document, Map<String, String> tags) {
    Constraint.POLICY_NAME.check("policyName", name);
    String text = checked(document);
    Tags kept = Tags.checked(tags);
    return books.change(
        () -> {
          if (books.policies.has(name)) {
            throw Faults.exists(
                "Policy cannot be created - name already exists (name=" + name + ")",
                name,
                arn(name));
          }
          Instant now = books.clock.instant();
          Policy policy =
              new Policy(
                  name,
                  List.of(new Policy.Version(1, text, now)),
                  1,
                  1,
                  now,
                  now,
                  UUID.randomUUID().toString());
          books.policies.put(name, policy);
          books.putTags(arn(name), kept);
          return policy;
        });
  }

  private static String checked(@Nullable String document) {
    return PolicyDocument.parse(Constraint.POLICY_DOCUMENT.check("policyDocument", document))
        .text();
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public Policy get(String name) {
    Constraint.POLICY_NAME.check("policyName", name);
    return books.policies.find(name).orElseThrow(Faults::noSuchPolicy);
  }

  /**
   * Forgets a policy.
   *
   * @throws AwsFault ResourceNotFoundException; DeleteConflictException while it is attached to
   *     something or has more than one version
   */
  public void delete(String name) {
    books.change(
        () -> {
          Policy policy = get(name);
          if (!books.targets.ofLeft(name).isEmpty()) {
            throw Faults.deleteConflict(
                "The policy cannot be deleted as the policy is attached to one or more principals"
                    + " (name="
                    + name
                    + ")");
          }
          if (policy.versions().size() > 1) {
            throw Faults.deleteConflict(
                "Cannot delete the policy because it has one or more policy versions attached to it"
                    + " (name="
                    + name
                    + ")");
          }
          books.policies.remove(name);
          books.tags.remove(arn(name));
        });
  }

  /** Policies in the order they were made in. */
  public Page<Policy> list(boolean ascending, Paging paging) {
    return paging.byAge(books.policies.all().stream(), Policy::age, ascending);
  }

  /**
   * Adds a version, the last of its policy's.
   *
   * @throws AwsFault ResourceNotFoundException; MalformedPolicyException;
   *     VersionsLimitExceededException for a sixth
   */
  public Policy createVersion(String name, @Nullable String document, boolean asStandard) {
    String text = checked(document);
    return books.changeRights(
        () -> {
          Policy policy = get(name);
          if (policy.versions().size() >= Policy.MOST_VERSIONS) {
            throw new AwsFault(
                "VersionsLimitExceededException",
                409,
                "The policy "
                    + name
                    + " already has the maximum number of versions ("
                    + Policy.MOST_VERSIONS
                    + ")");
          }
          Policy changed = policy.withVersion(text, asStandard, books.clock.instant());
          books.policies.put(name, changed);
          return changed;
        });
  }

  /**
   * @throws AwsFault ResourceNotFoundException
   */
  public Policy.Version version(String name, String number) {
    return version(get(name), number);
  }

  private static Policy.Version version(Policy policy, String number) {
    Constraint.POLICY_VERSION.check("policyVersionId", number);
    return Optional.of(Long.parseLong(number))
        .filter(n -> n <= Integer.MAX_VALUE)
        .flatMap(n -> policy.version(n.intValue()))
        .orElseThrow(() -> Faults.notFound("Policy version not found"));
  }

  /**
   * Forgets a version.
   *
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException for the one that counts
   */
  public void deleteVersion(String name, String number) {
    books.change(
        () -> {
          Policy policy = get(name);
          int version = version(policy, number).number();
          if (version == policy.standard()) {
            throw Faults.invalid("Cannot delete the default version of a policy");
          }
          books.policies.put(name, policy.withoutVersion(version, books.clock.instant()));
        });
  }

  /**
   * Makes a version the one that counts, from now on and for devices that are connected.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public void setStandard(String name, String number) {
    books.changeRights(
        () -> {
          Policy policy = get(name);
          int version = version(policy, number).number();
          books.policies.put(name, policy.withStandard(version, books.clock.instant()));
        });
  }

  /** The full name of a policy, whether it exists or not. */
  public String arn(String name) {
    return books.account.arn("policy", name);
  }
}
