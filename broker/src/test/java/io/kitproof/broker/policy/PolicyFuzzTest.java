package io.kitproof.broker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Fuzz;
import io.kitproof.broker.Mutant;
import io.kitproof.broker.fault.AwsFault;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolicyFuzzTest {

  private static final int ROUNDS = 5000;

  private static final String[] SEEDS = {
    Policies.document(
        Policies.statement("Allow", "iot:Connect", "client/${iot:ClientId}"),
        Policies.statement("Deny", "iot:Publish", "topic/*/secret", "topic/a?c/*")),
    Policies.document(
        Policies.when(
            "Allow",
            "iot:*",
            "{\"ForAllValues:StringNotEquals\":{\"iot:ConnectAttributes\":[\"LastWill\"]},"
                + "\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"::1/128\"]},"
                + "\"NumericLessThanIfExists\":{\"n\":10},\"Null\":{\"aws:CurrentTime\":true}}")),
    "{\"Version\":\"2012-10-17\",\"Id\":\"x\",\"Statement\":{\"Sid\":\"y\",\"Effect\":\"Deny\","
        + "\"NotAction\":\"iot:Connect\",\"NotResource\":\"arn:aws:iot:*:*:topic/"
        + "${iot:Certificate.Subject.Country.List}/${*}\","
        + "\"Condition\":{\"ArnLike\":{\"iot:LastWillTopic\":\"arn:*:iot:*:*:topic/${iot:ClientId}\"},"
        + "\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}}}}"
  };

  @Test
  void mutated_document_is_refused_or_decides_without_contradiction() {
    int[] read = {0};
    Fuzz.play(
        ROUNDS,
        random -> {
          PolicySet policies = read(new Mutant(random).of(new Mutant(random).any(SEEDS)));
          if (!policies.policies().isEmpty()) {
            read[0]++;
            check(policies, question(random));
          }
        });
    assertThat(read[0]).as("documents that could be read").isGreaterThan(ROUNDS / 10);
  }

  private static PolicySet read(String text) {
    try {
      return PolicySet.of(List.of(new NamedPolicy("p", "arn", PolicyDocument.parse(text))));
    } catch (AwsFault fault) {
      assertThat(fault.type()).isEqualTo("MalformedPolicyException");
      assertThat(fault.message()).startsWith("Policy document is Malformed");
      return PolicySet.of(List.of());
    }
  }

  private static void check(PolicySet policies, Question question) {
    Decision decision = policies.decide(question);
    Explanation explanation = policies.explain(question);

    assertThat(explanation.decision()).isEqualTo(decision);
    assertThat(!explanation.denying().isEmpty()).isEqualTo(decision == Decision.EXPLICIT_DENY);
    assertThat(explanation.denying().isEmpty() && !explanation.allowing().isEmpty())
        .isEqualTo(decision == Decision.ALLOWED);
  }

  private static Question question(Random random) {
    Mutant mutant = new Mutant(random);
    String resource =
        Policies.ARN + mutant.any("client/kit", "topic/a/secret", "topic/abc/d", "topicfilter/#");
    Variables variables =
        name -> random.nextBoolean() ? List.of() : List.of(mutant.of("kit"), mutant.of("10"));
    return new Question(
        mutant.any("iot:Connect", "iot:Publish", "iot:Receive"),
        mutant.of(resource),
        frozen(variables));
  }

  /** Asked twice it says the same. */
  private static Variables frozen(Variables variables) {
    java.util.Map<String, List<String>> said = new java.util.HashMap<>();
    return name -> said.computeIfAbsent(name, variables::values);
  }
}
