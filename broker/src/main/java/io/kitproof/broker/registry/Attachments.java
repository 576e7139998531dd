package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations on what policies are attached to: certificates and thing groups. There are no
 * identities of Cognito here.
 */
public final class Attachments {

  private static final int MOST_POLICIES = 10;

  private final Books books;

  Attachments(Books books) {
    this.books = books;
  }

  /**
   * Attaches a policy; one that is attached already is fine.
   *
   * @param target ARN of a certificate or a thing group
   * @throws AwsFault ResourceNotFoundException; LimitExceededException for an eleventh policy
   */
  public void attach(String policy, @Nullable String target) {
    String arn = Constraint.RESOURCE.check("target", target);
    Constraint.POLICY_NAME.check("policyName", policy);
    books.changeRights(() -> attached(policy, arn));
  }

  /**
   * As {@link #attach}, in its older form.
   *
   * @param principal ARN of a certificate
   * @throws AwsFault InvalidRequestException for any other ARN
   */
  public void attachToPrincipal(String policy, @Nullable String principal) {
    String arn = certificateArn(principal);
    Constraint.POLICY_NAME.check("policyName", policy);
    books.changeRights(() -> attached(policy, arn));
  }

  private void attached(String policy, String target) {
    checkTarget(target);
    checkPolicy(policy);
    List<String> before = books.targets.ofRight(target);
    if (before.contains(policy)) {
      return;
    }
    if (before.size() >= MOST_POLICIES) {
      throw Faults.limitExceeded(
          "The target already has the maximum number of policies (" + MOST_POLICIES + ")");
    }
    books.targets.put(policy, target, "");
  }

  /** Detaches a policy; AWS's model knows of no refusal if it is not attached, or unknown. */
  public void detach(String policy, @Nullable String target) {
    String arn = Constraint.RESOURCE.check("target", target);
    Constraint.POLICY_NAME.check("policyName", policy);
    books.changeRights(() -> books.targets.remove(policy, arn));
  }

  /**
   * Detaches a policy, in the older form.
   *
   * @throws AwsFault ResourceNotFoundException if either is unknown or they are not attached
   */
  public void detachFromPrincipal(String policy, @Nullable String principal) {
    String arn = certificateArn(principal);
    Constraint.POLICY_NAME.check("policyName", policy);
    books.changeRights(
        () -> {
          checkTarget(arn);
          checkPolicy(policy);
          if (books.targets.note(policy, arn).isEmpty()) {
            throw Faults.notFound();
          }
          books.targets.remove(policy, arn);
        });
  }

  /**
   * The policies of a certificate or a group, in the order of their names.
   *
   * @param inherited those of the groups above as well
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<Policy> policies(@Nullable String target, boolean inherited, Paging paging) {
    String arn = Constraint.RESOURCE.check("target", target);
    checkTarget(arn);
    return paging.byName(
        Stream.concat(Stream.of(arn), inherited ? above(arn) : Stream.of())
            .flatMap(one -> books.targets.ofRight(one).stream())
            .distinct()
            .flatMap(name -> books.policies.find(name).stream()),
        Policy::name);
  }

  /** As {@link #policies}, for a certificate alone. */
  public Page<Policy> policiesOfPrincipal(@Nullable String principal, Paging paging) {
    return policies(certificateArn(principal), false, paging);
  }

  /**
   * ARNs of what a policy is attached to, in order.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<String> targets(@Nullable String policy, Paging paging) {
    return paging.byName(targets(policy), arn -> arn);
  }

  /** As {@link #targets}, certificates alone. */
  public Page<String> principals(@Nullable String policy, Paging paging) {
    return paging.byName(targets(policy).filter(Attachments::isCertificate), arn -> arn);
  }

  private Stream<String> targets(@Nullable String policy) {
    String name = Constraint.POLICY_NAME.check("policyName", policy);
    checkPolicy(name);
    return books.targets.ofLeft(name).stream();
  }

  private Stream<String> above(String target) {
    return books.account.nameIn(target, "thinggroup").stream()
        .flatMap(name -> books.lineage(name).stream())
        .map(group -> books.account.arn("thinggroup", group.name()));
  }

  private String certificateArn(@Nullable String principal) {
    String arn = Constraint.RESOURCE.check("principal", principal);
    if (!isCertificate(arn)) {
      throw Faults.invalid("The given ARN does not represent a cert");
    }
    return arn;
  }

  private static boolean isCertificate(String arn) {
    return arn.contains(":cert/");
  }

  private void checkPolicy(String name) {
    if (!books.policies.has(name)) {
      throw Faults.noSuchPolicy();
    }
  }

  private void checkTarget(String arn) {
    if (isCertificate(arn)) {
      books.certificate(arn);
      return;
    }
    Optional<String> group = books.account.nameIn(arn, "thinggroup");
    if (group.filter(books.groups::has).isEmpty()) {
      throw Faults.notFound("No thing group with ARN " + arn + " exists");
    }
  }
}
