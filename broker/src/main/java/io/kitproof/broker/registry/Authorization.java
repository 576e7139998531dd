package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.policy.Decision;
import io.kitproof.broker.policy.Explanation;
import io.kitproof.broker.policy.NamedPolicy;
import io.kitproof.broker.policy.PolicySet;
import io.kitproof.broker.policy.Question;
import io.kitproof.broker.policy.Variables;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What policies would say, for who wants to know: no device is asked, nothing changes. */
public final class Authorization {

  private static final int MOST_QUESTIONS = 10;

  private final Books books;
  private final EffectivePolicies effective;
  private final Identities identities;

  Authorization(Books books, EffectivePolicies effective, Identities identities) {
    this.books = books;
    this.effective = effective;
    this.identities = identities;
  }

  /** What a device may want to do, spelt as in requests of TestAuthorization. */
  public enum ActionType {
    PUBLISH("iot:Publish"),
    SUBSCRIBE("iot:Subscribe"),
    RECEIVE("iot:Receive"),
    CONNECT("iot:Connect");

    private final String action;

    ActionType(String action) {
      this.action = action;
    }
  }

  /**
   * One thing to be done.
   *
   * @param resources ARNs; it is allowed if all of them are
   */
  public record Wish(ActionType action, List<String> resources) {}

  /**
   * A case to be tried.
   *
   * @param principal ARN of a certificate; null for no policies but those added
   * @param clientId empty if it does not matter
   * @param added names of policies that are to count as attached
   * @param skipped names of policies that are not to count
   */
  public record Case(
      @Nullable String principal,
      String clientId,
      List<Wish> wishes,
      List<String> added,
      List<String> skipped) {}

  /**
   * What comes of a wish.
   *
   * @param silent policies that say nothing to it, if that is why it is denied
   * @param missing variables that had no value
   */
  public record Verdict(
      Wish wish,
      Decision decision,
      List<NamedPolicy> allowing,
      List<NamedPolicy> denying,
      List<NamedPolicy> silent,
      List<String> missing) {}

  /**
   * Tries each wish of a case.
   *
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException for no wishes or more than
   *     ten
   */
  public List<Verdict> test(Case of) {
    if (of.wishes().isEmpty() || of.wishes().size() > MOST_QUESTIONS) {
      throw Faults.invalid("There must be 1 to " + MOST_QUESTIONS + " authInfos.");
    }
    Optional<String> id = Optional.ofNullable(of.principal()).map(this::certificateId);
    Stream<String> own = id.stream().flatMap(effective::namesOf);
    of.added().forEach(name -> Constraint.POLICY_NAME.check("policyNamesToAdd", name));
    PolicySet policies =
        PolicySet.of(
            Stream.concat(own, of.added().stream())
                .distinct()
                .filter(name -> !of.skipped().contains(name))
                .map(effective::named)
                .toList());
    Variables variables = identities.of(id.orElse(""), of.clientId());
    return of.wishes().stream().map(wish -> verdict(policies, wish, variables)).toList();
  }

  private static Verdict verdict(PolicySet policies, Wish wish, Variables variables) {
    List<Explanation> each =
        wish.resources().stream()
            .map(
                resource ->
                    policies.explain(
                        new Question(
                            wish.action().action,
                            Constraint.RESOURCE.check("resources", resource),
                            variables)))
            .toList();
    Decision decision = united(each.stream().map(Explanation::decision).toList());
    List<NamedPolicy> allowing = all(each, Explanation::allowing);
    List<NamedPolicy> denying = all(each, Explanation::denying);
    List<NamedPolicy> silent =
        policies.policies().stream()
            .filter(policy -> decision == Decision.IMPLICIT_DENY && !allowing.contains(policy))
            .toList();
    return new Verdict(
        wish, decision, allowing, denying, silent, all(each, Explanation::missingContextValues));
  }

  private static Decision united(Collection<Decision> each) {
    if (each.contains(Decision.EXPLICIT_DENY)) {
      return Decision.EXPLICIT_DENY;
    }
    return each.isEmpty() || each.contains(Decision.IMPLICIT_DENY)
        ? Decision.IMPLICIT_DENY
        : Decision.ALLOWED;
  }

  private static <T> List<T> all(List<Explanation> each, Function<Explanation, List<T>> part) {
    return each.stream().flatMap(one -> part.apply(one).stream()).distinct().toList();
  }

  /**
   * The policies that hold for a certificate or a group, for a thing, or for both together.
   *
   * @param principal ARN of a certificate or a group
   * @param thing name of a thing
   * @throws AwsFault ResourceNotFoundException; InvalidRequestException if neither is given
   */
  public List<NamedPolicy> effectivePolicies(@Nullable String principal, Optional<String> thing) {
    if (principal == null && thing.isEmpty()) {
      throw Faults.invalid("Either a principal or a thing name must be given.");
    }
    thing.ifPresent(this::checkThing);
    return Stream.concat(
            Optional.ofNullable(principal).stream().flatMap(this::namesOfPrincipal),
            thing.stream().flatMap(effective::namesOfThing))
        .distinct()
        .map(effective::named)
        .toList();
  }

  private void checkThing(String name) {
    Constraint.THING_NAME.check("thingName", name);
    if (!books.things.has(name)) {
      throw Faults.notFound();
    }
  }

  private Stream<String> namesOfPrincipal(String principal) {
    return books
        .account
        .nameIn(principal, "thinggroup")
        .filter(books.groups::has)
        .map(effective::namesOfGroup)
        .orElseGet(() -> effective.namesOf(certificateId(principal)));
  }

  private String certificateId(String principal) {
    return books.certificate(Constraint.RESOURCE.check("principal", principal)).id();
  }
}
