package io.kitproof.broker;

import io.kitproof.broker.gateway.Action;
import io.kitproof.broker.gateway.Guest;
import io.kitproof.broker.gateway.Permissions;
import io.kitproof.broker.gateway.Principals;
import io.kitproof.broker.policy.Decision;
import io.kitproof.broker.policy.PolicySet;
import io.kitproof.broker.policy.Question;
import io.kitproof.broker.policy.Variables;
import io.kitproof.broker.registry.Account;
import io.kitproof.broker.registry.Certificate;
import io.kitproof.broker.registry.Registry;
import java.util.List;
import java.util.Map;

/**
 * Who may do what, by the word of the registry. Whoever signs with the account's own access key may
 * do everything, as the owner of an account may.
 */
final class RegisteredPrincipals implements Principals {

  private static final Permissions EVERYTHING = (action, name) -> true;

  private final Registry registry;
  private final Account account;
  private final String ownKey;

  RegisteredPrincipals(Registry registry, String ownKey) {
    this.registry = registry;
    this.account = registry.account();
    this.ownKey = ownKey;
  }

  @Override
  public Standing standing(String principal) {
    if (principal.equals(ownKey)) {
      return Standing.ACTIVE;
    }
    return registry
        .certificateStatus(principal)
        .map(status -> status == Certificate.Status.ACTIVE ? Standing.ACTIVE : Standing.INACTIVE)
        .orElse(Standing.UNKNOWN);
  }

  /** Whether a certificate, by its SHA-256 in hex, is registered and active. */
  boolean active(String principal) {
    return standing(principal) == Standing.ACTIVE;
  }

  @Override
  public Permissions permissions(String principal, Guest guest) {
    if (principal.equals(ownKey)) {
      return EVERYTHING;
    }
    PolicySet policies = registry.policiesOf(principal);
    Variables variables = known(principal, guest);
    return (action, name) -> {
      String resource = account.arn(resource(action), name);
      Question question = new Question(action.toString(), resource, variables);
      return policies.decide(question) == Decision.ALLOWED;
    };
  }

  /**
   * Whether a certificate that is active may do something over HTTPS.
   *
   * @param action such as {@code iot:GetThingShadow}
   * @param resource the full ARN, or {@code *}
   */
  boolean allows(String principal, String action, String resource) {
    Question question = new Question(action, resource, registry.variables(principal, ""));
    return registry.policiesOf(principal).decide(question) == Decision.ALLOWED;
  }

  @Override
  public AutoCloseable onChange(Runnable somethingChanged) {
    return registry.onChange(somethingChanged);
  }

  private Variables known(String principal, Guest guest) {
    Variables registered = registry.variables(principal, guest.clientId());
    Map<String, List<String>> said =
        Map.of(
            "aws:SourceIp",
            List.of(guest.remote().getAddress().getHostAddress()),
            "iot:ConnectAttributes",
            List.copyOf(guest.connectAttributes()),
            "iot:LastWillTopic",
            guest.lastWillTopic().map(topic -> account.arn("topic", topic)).stream().toList());
    return name -> {
      List<String> values = said.get(name);
      return values == null ? registered.values(name) : values;
    };
  }

  private static String resource(Action action) {
    return switch (action) {
      case CONNECT -> "client";
      case SUBSCRIBE -> "topicfilter";
      case PUBLISH, RETAIN_PUBLISH, RECEIVE -> "topic";
    };
  }
}
