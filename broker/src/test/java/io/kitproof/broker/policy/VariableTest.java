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

class VariableTest {

  private static final Variables KIT =
      known(
          "iot:ClientId=kit1",
          "aws:SourceIp=127.0.0.1",
          "iot:Connection.Thing.ThingName=kit1",
          "iot:Connection.Thing.Attributes[room]=lab",
          "iot:Certificate.Subject.Country=FR",
          "iot:Certificate.Subject.Country=DE",
          "iot:Certificate.Subject.CommonName=only",
          "wild=a*",
          "dollar=${iot:ClientId}",
          "empty=");

  @ParameterizedTest
  @CsvSource({
    "client/${iot:ClientId}, client/kit1, ALLOWED",
    "client/${iot:ClientId}, client/kit2, IMPLICIT_DENY",
    "client/${IOT:clientid}, client/kit1, ALLOWED",
    "client/${ iot:ClientId }, client/kit1, ALLOWED",
    "topic/${iot:Connection.Thing.ThingName}/*, topic/kit1/state, ALLOWED",
    "topic/${iot:Connection.Thing.Attributes[room]}, topic/lab, ALLOWED",
    "topic/${iot:connection.thing.attributes[room]}, topic/lab, ALLOWED",
    "topic/${iot:Connection.Thing.Attributes[Room]}, topic/lab, IMPLICIT_DENY",
    "topic/from/${aws:SourceIp}, topic/from/127.0.0.1, ALLOWED",
    "topic/${iot:ClientId}${iot:ClientId}, topic/kit1kit1, ALLOWED",
    "topic/*/${iot:ClientId}/?, topic/a/b/kit1/c, ALLOWED",
    "topic/*${iot:ClientId}*, topic/xkitkit1y, ALLOWED",
    "topic/${empty}x, topic/x, ALLOWED",
    "topic/${iot:Certificate.Subject.Country}, topic/FR, ALLOWED",
    "topic/${iot:Certificate.Subject.Country}, topic/DE, IMPLICIT_DENY",
    "topic/${iot:Certificate.Subject.Country.0}, topic/FR, ALLOWED",
    "topic/${iot:Certificate.Subject.Country.1}, topic/DE, ALLOWED",
    "topic/${iot:Certificate.Subject.Country.2}, topic/DE, IMPLICIT_DENY",
    "topic/${iot:Certificate.Subject.CommonName.1}, topic/only, IMPLICIT_DENY",
    "topic/${iot:Certificate.Subject.Country.List}, topic/FR, ALLOWED",
    "topic/${iot:Certificate.Subject.Country.List}, topic/DE, ALLOWED",
    "topic/${iot:Certificate.Subject.Country.List}, topic/IT, IMPLICIT_DENY",
    "topic/${iot:Certificate.Issuer.Country}, topic/FR, IMPLICIT_DENY",
  })
  void variable_stands_for_its_value(String resource, String asked, Decision decision) {
    PolicySet policies = set(document(statement("Allow", "iot:Publish", resource)));

    assertThat(policies.decide(ask("iot:Publish", asked, KIT))).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "topic/${wild}, topic/a*, ALLOWED",
    "topic/${wild}, topic/ab, IMPLICIT_DENY",
    "topic/${dollar}, topic/kit1, IMPLICIT_DENY",
    "topic/${dollar}, topic/${iot:ClientId}, ALLOWED",
    "topic/${*}, topic/*, ALLOWED",
    "topic/${*}, topic/a, IMPLICIT_DENY",
    "topic/${?}, topic/?, ALLOWED",
    "topic/${?}, topic/a, IMPLICIT_DENY",
    "topic/$(*), topic/*, ALLOWED",
    "topic/$(*), topic/a, IMPLICIT_DENY",
    "topic/$(?), topic/?, ALLOWED",
    "topic/$(?), topic/a, IMPLICIT_DENY",
    "topic/${$}{iot:ClientId}, topic/${iot:ClientId}, ALLOWED",
    "topic/$($){iot:ClientId}, topic/${iot:ClientId}, ALLOWED",
    "topic/$($){iot:ClientId}, topic/kit1, IMPLICIT_DENY",
    "topic/$(x), topic/$(x), ALLOWED",
    "topic/a$, topic/a$, ALLOWED",
  })
  void escaped_character_and_the_value_of_a_variable_are_never_wildcards(
      String resource, String asked, Decision decision) {
    PolicySet policies = set(document(statement("Allow", "iot:Publish", resource)));

    assertThat(policies.decide(ask("iot:Publish", asked, KIT))).isEqualTo(decision);
  }

  @Test
  void allow_with_an_unresolvable_variable_does_not_apply_even_to_its_other_resources() {
    String unresolved = "topic/${iot:Connection.Thing.ThingTypeName}";
    PolicySet policies = set(document(statement("Allow", "iot:Publish", unresolved, "topic/a")));

    assertThat(policies.decide(ask("iot:Publish", unresolved, KIT))).isEqualTo(IMPLICIT_DENY);
    assertThat(policies.decide(ask("iot:Publish", "topic/", KIT))).isEqualTo(IMPLICIT_DENY);
    assertThat(policies.decide(ask("iot:Publish", "topic/a", KIT))).isEqualTo(IMPLICIT_DENY);
    assertThat(
            policies.decide(
                ask("iot:Publish", "topic/a", known("iot:Connection.Thing.ThingTypeName=t"))))
        .isEqualTo(ALLOWED);
  }

  @Test
  void deny_with_an_unresolvable_variable_denies_whatever_it_would_deny_for_some_value() {
    PolicySet policies =
        set(
            document(
                statement("Allow", "iot:*", "*"),
                statement(
                    "Deny", "iot:Publish", "topic/${iot:Connection.Thing.ThingTypeName}/secret")));

    assertThat(policies.decide(ask("iot:Publish", "topic/any/secret", KIT)))
        .isEqualTo(EXPLICIT_DENY);
    assertThat(policies.decide(ask("iot:Publish", "topic/any/open", KIT))).isEqualTo(ALLOWED);
  }

  @Test
  void deny_of_all_but_an_unresolvable_resource_denies_that_too() {
    PolicySet policies =
        set(
            document(
                statement("Allow", "iot:*", "*"),
                "{\"Effect\":\"Deny\",\"Action\":\"iot:Publish\",\"NotResource\":\""
                    + Policies.ARN
                    + "topic/${iot:Connection.Thing.ThingTypeName}\"}"));

    assertThat(policies.decide(ask("iot:Publish", "topic/lamp", KIT))).isEqualTo(EXPLICIT_DENY);
    assertThat(
            policies.decide(
                ask("iot:Publish", "topic/lamp", known("iot:Connection.Thing.ThingTypeName=lamp"))))
        .isEqualTo(ALLOWED);
  }

  @Test
  void unresolvable_variable_in_a_condition_neither_allows_nor_helps_out_of_a_deny() {
    String differs =
        "{\"StringNotEquals\":{\"iot:ClientId\":\"${iot:Connection.Thing.ThingTypeName}\"}}";
    String equals =
        "{\"StringEquals\":{\"iot:ClientId\":\"${iot:Connection.Thing.ThingTypeName}\"}}";

    for (String condition : new String[] {differs, equals}) {
      PolicySet allow = set(document(Policies.when("Allow", "iot:Publish", condition)));
      PolicySet deny = set(document(Policies.when("Deny", "iot:Publish", condition)));
      assertThat(allow.decide(ask("iot:Publish", "topic/a", KIT))).isEqualTo(IMPLICIT_DENY);
      assertThat(deny.decide(ask("iot:Publish", "topic/a", KIT))).isEqualTo(EXPLICIT_DENY);
    }
  }
}
