package io.kitproof.broker.policy;

import static io.kitproof.broker.policy.Decision.ALLOWED;
import static io.kitproof.broker.policy.Decision.EXPLICIT_DENY;
import static io.kitproof.broker.policy.Decision.IMPLICIT_DENY;
import static io.kitproof.broker.policy.Policies.ask;
import static io.kitproof.broker.policy.Policies.document;
import static io.kitproof.broker.policy.Policies.known;
import static io.kitproof.broker.policy.Policies.set;
import static io.kitproof.broker.policy.Policies.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySetTest {

  /** Action and resource of the policy, action and resource of the question. */
  @ParameterizedTest
  @CsvSource({
    "iot:Connect, client/kit1, iot:Connect, client/kit1, ALLOWED",
    "iot:Connect, client/kit1, iot:Connect, client/kit2, IMPLICIT_DENY",
    "iot:Connect, client/kit1, iot:Publish, client/kit1, IMPLICIT_DENY",
    "iot:Connect, client/kit*, iot:Connect, client/kit42, ALLOWED",
    "iot:Publish, topic/abc/bulb, iot:Publish, topic/abc/bulb, ALLOWED",
    "iot:Publish, topic/abc/bulb, iot:Publish, topic/abc/Bulb, IMPLICIT_DENY",
    "iot:Publish, topic/abc/bulb, iot:Publish, topic/abc/bulb/2, IMPLICIT_DENY",
    "iot:Publish, topic/abc/*, iot:Publish, topic/abc/bulb/2/state, ALLOWED",
    "iot:Publish, topic/abc/*, iot:Publish, topic/abc/, ALLOWED",
    "iot:Publish, topic/abc/*, iot:Publish, topic/abc, IMPLICIT_DENY",
    "iot:Publish, topic/*/state, iot:Publish, topic/a/b/c/state, ALLOWED",
    "iot:Publish, topic/kit?/state, iot:Publish, topic/kit7/state, ALLOWED",
    "iot:Publish, topic/kit?/state, iot:Publish, topic/kit/state, IMPLICIT_DENY",
    "iot:Publish, topic/kit?/state, iot:Publish, topic/kit77/state, IMPLICIT_DENY",
    "iot:Publish, topic/a?b, iot:Publish, topic/a/b, ALLOWED",
    "iot:Publish, topic/a/+, iot:Publish, topic/a/b, IMPLICIT_DENY",
    "iot:Publish, topic/#, iot:Publish, topic/a/b, IMPLICIT_DENY",
    "iot:Subscribe, topicfilter/a/+, iot:Subscribe, topicfilter/a/+, ALLOWED",
    "iot:Subscribe, topicfilter/a/+, iot:Subscribe, topicfilter/a/b, IMPLICIT_DENY",
    "iot:Subscribe, topicfilter/a/*, iot:Subscribe, topicfilter/a/+, ALLOWED",
    "iot:Subscribe, topicfilter/a/*, iot:Subscribe, topicfilter/a/#, ALLOWED",
    "iot:Subscribe, topicfilter/a/#, iot:Subscribe, topicfilter/a/b/#, IMPLICIT_DENY",
    "iot:Subscribe, topic/a/b, iot:Subscribe, topicfilter/a/b, IMPLICIT_DENY",
    "iot:Receive, topic/abc/bulb, iot:Receive, topic/abc/bulb, ALLOWED",
    "iot:Receive, topic/abc/bulb, iot:Subscribe, topic/abc/bulb, IMPLICIT_DENY",
    "iot:RetainPublish, topic/abc, iot:RetainPublish, topic/abc, ALLOWED",
    "iot:Publish, topic/abc, iot:RetainPublish, topic/abc, IMPLICIT_DENY",
    "iot:*Publish, topic/abc, iot:RetainPublish, topic/abc, ALLOWED",
    "iot:*, topic/abc, iot:Receive, topic/abc, ALLOWED",
    "*, topic/abc, iot:Receive, topic/abc, ALLOWED",
    "IOT:publish, topic/abc, iot:Publish, topic/abc, ALLOWED",
    "iot:Publi??, topic/abc, iot:Publish, topic/abc, ALLOWED",
    "greengrass:*, topic/abc, iot:Publish, topic/abc, IMPLICIT_DENY",
    "iot:Publish, *, iot:Publish, topic/$aws/things/t/shadow/update, ALLOWED",
    "iot:Publish, topic/$aws/things/*/shadow/*, iot:Publish,"
        + " topic/$aws/things/t/shadow/update, ALLOWED",
    "iot:UpdateThingShadow, thing/t, iot:UpdateThingShadow, thing/t, ALLOWED",
    "iot:Subscribe, topicfilter/$share/*/a, iot:Subscribe, topicfilter/$share/g/a, ALLOWED",
  })
  void policy_of_one_statement_decides(
      String action, String resource, String asked, String of, Decision decision) {
    PolicySet policies = set(document(statement("Allow", action, resource)));

    assertThat(policies.decide(ask(asked, of))).isEqualTo(decision);
  }

  @Test
  void no_policy_allows_nothing() {
    assertThat(set().decide(ask("iot:Connect", "client/kit"))).isEqualTo(IMPLICIT_DENY);
  }

  @Test
  void resource_of_another_region_or_account_is_another_resource() {
    PolicySet policies = set(document(statement("Allow", "iot:Publish", "topic/a")));

    assertThat(
            policies.decide(
                new Question(
                    "iot:Publish", "arn:aws:iot:eu-west-1:123456789012:topic/a", Policies.NOBODY)))
        .isEqualTo(IMPLICIT_DENY);
  }

  @Test
  void explicit_deny_wins_whatever_stands_first_and_in_which_policy() {
    String allow = document(statement("Allow", "iot:*", "*"));
    String deny = document(statement("Deny", "iot:Publish", "topic/secret/*"));

    for (PolicySet policies : new PolicySet[] {set(allow, deny), set(deny, allow)}) {
      assertThat(policies.decide(ask("iot:Publish", "topic/secret/x"))).isEqualTo(EXPLICIT_DENY);
      assertThat(policies.decide(ask("iot:Publish", "topic/open"))).isEqualTo(ALLOWED);
    }
  }

  @Test
  void policies_are_united() {
    PolicySet policies =
        set(
            document(statement("Allow", "iot:Connect", "client/kit")),
            document(statement("Allow", "iot:Publish", "topic/a", "topic/b")));

    assertThat(policies.decide(ask("iot:Connect", "client/kit"))).isEqualTo(ALLOWED);
    assertThat(policies.decide(ask("iot:Publish", "topic/b"))).isEqualTo(ALLOWED);
    assertThat(policies.decide(ask("iot:Subscribe", "topicfilter/b"))).isEqualTo(IMPLICIT_DENY);
  }

  @Test
  void not_action_and_not_resource_are_about_everything_else() {
    PolicySet policies =
        set(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                + "\"NotAction\":[\"iot:Publish\",\"iot:Connect\"],"
                + "\"NotResource\":\"arn:aws:iot:us-east-1:123456789012:topic/secret/*\"}}");

    assertThat(policies.decide(ask("iot:Receive", "topic/a"))).isEqualTo(ALLOWED);
    assertThat(policies.decide(ask("iot:Publish", "topic/a"))).isEqualTo(IMPLICIT_DENY);
    assertThat(policies.decide(ask("iot:Receive", "topic/secret/a"))).isEqualTo(IMPLICIT_DENY);
  }

  @Test
  void explanation_names_who_allows_who_denies_and_what_was_missing() {
    NamedPolicy open = Policies.named("open", document(statement("Allow", "iot:*", "*")));
    NamedPolicy own =
        Policies.named(
            "own", document(statement("Allow", "iot:Publish", "topic/${iot:ClientId}/*")));
    NamedPolicy closed =
        Policies.named("closed", document(statement("Deny", "iot:Publish", "topic/secret/*")));
    NamedPolicy other = Policies.named("other", document(statement("Allow", "iot:Connect", "*")));
    PolicySet policies = PolicySet.of(java.util.List.of(open, own, closed, other));

    Explanation secret = policies.explain(ask("iot:Publish", "topic/secret/a"));
    Explanation mine =
        policies.explain(ask("iot:Publish", "topic/kit/a", known("iot:ClientId=kit")));

    assertThat(secret)
        .isEqualTo(
            new Explanation(
                EXPLICIT_DENY,
                java.util.List.of(open),
                java.util.List.of(closed),
                java.util.List.of("iot:ClientId")));
    assertThat(mine)
        .isEqualTo(
            new Explanation(
                ALLOWED, java.util.List.of(open, own), java.util.List.of(), java.util.List.of()));
    assertThat(policies.policies()).containsExactly(open, own, closed, other);
  }

  @Test
  void explanation_tells_missing_condition_keys_of_statements_about_the_resource_only() {
    PolicySet policies =
        set(
            document(
                Policies.when(
                    "Allow",
                    "iot:Connect",
                    "{\"Bool\":{\"iot:connection.thing.isattached\":true}}"),
                statement(
                    "Allow",
                    "iot:Connect",
                    "{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}",
                    new String[] {"client/other"})));

    Explanation explanation = policies.explain(ask("iot:Connect", "client/kit"));

    assertThat(explanation.decision()).isEqualTo(IMPLICIT_DENY);
    assertThat(explanation.missingContextValues())
        .containsExactly("iot:Connection.Thing.IsAttached");
  }
}
