package io.kitproof.broker.policy;

import static io.kitproof.broker.policy.Decision.ALLOWED;
import static io.kitproof.broker.policy.Decision.IMPLICIT_DENY;
import static io.kitproof.broker.policy.Policies.ask;
import static io.kitproof.broker.policy.Policies.document;
import static io.kitproof.broker.policy.Policies.known;
import static io.kitproof.broker.policy.Policies.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  /** Operator, values of the policy, values of the request; several are divided by a bar. */
  @ParameterizedTest
  @CsvSource({
    "StringEquals, kit, kit, true",
    "StringEquals, kit, Kit, false",
    "StringEquals, k*, kit, false",
    "StringEquals, k*, k*, true",
    "StringEquals, a|kit, kit, true",
    "StringNotEquals, kit, Kit, true",
    "StringNotEquals, a|kit, kit, false",
    "StringEqualsIgnoreCase, KIT, kit, true",
    "StringNotEqualsIgnoreCase, KIT, kit, false",
    "StringLike, k*, kit, true",
    "StringLike, k?t, kit, true",
    "StringLike, k?t, Kit, false",
    "StringLike, ${iot:ClientId}*, me and you, true",
    "StringNotLike, k*, kit, false",
    "StringNotLike, a*|b*, kit, true",
    "NumericEquals, 10, 10.0, true",
    "NumericEquals, 10, ten, false",
    "NumericNotEquals, 10, 11, true",
    "NumericLessThan, 10, 9.99, true",
    "NumericLessThan, 10, 10, false",
    "NumericLessThanEquals, 10, 10, true",
    "NumericGreaterThan, 10, 9, false",
    "NumericGreaterThan, 1e1, 11, true",
    "NumericGreaterThanEquals, -1, -1, true",
    "DateEquals, 2026-01-01T00:00:00Z, 1767225600, true",
    "DateEquals, 2026, 2026-01-01, true",
    "DateEquals, 2026-02, 2026-02-01T01:00+01:00, true",
    "DateNotEquals, 2026-01-01T00:00:00Z, 2026-01-01T00:00:01Z, true",
    "DateLessThan, 2026-01-01T00:00:00Z, 2025-12-31T23:59:59.999Z, true",
    "DateLessThanEquals, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, true",
    "DateGreaterThan, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, false",
    "DateGreaterThanEquals, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z, true",
    "DateLessThan, 2026-01-01T00:00:00Z, yesterday, false",
    "Bool, true, true, true",
    "Bool, true, True, true",
    "Bool, true, false, false",
    "Bool, false, false, true",
    "IpAddress, 10.0.0.0/8, 10.200.3.4, true",
    "IpAddress, 10.0.0.0/8, 11.0.0.1, false",
    "IpAddress, 10.1.2.3, 10.1.2.3, true",
    "IpAddress, 10.1.2.3, 10.1.2.4, false",
    "IpAddress, 192.168.1.77/25, 192.168.1.1, true",
    "IpAddress, 192.168.1.77/25, 192.168.1.128, false",
    "IpAddress, 0.0.0.0/0, 1.2.3.4, true",
    "IpAddress, 0.0.0.0/0, ::1, false",
    "IpAddress, 2001:DB8:1234:5678::/64, 2001:db8:1234:5678::9, true",
    "IpAddress, 2001:DB8:1234:5678::/64, 2001:db8:1234:5679::9, false",
    "IpAddress, 10.0.0.0/8, ::ffff:10.1.1.1, true",
    "IpAddress, 10.0.0.0/8|127.0.0.1, 127.0.0.1, true",
    "IpAddress, 10.0.0.0/8, localhost, false",
    "NotIpAddress, 10.0.0.0/8, 10.1.1.1, false",
    "NotIpAddress, 10.0.0.0/8, 11.1.1.1, true",
    "ArnEquals, arn:aws:iot:r:a:topic/last/will, arn:aws:iot:r:a:topic/last/will, true",
    "ArnEquals, arn:aws:iot:*:a:topic/*, arn:aws:iot:r:a:topic/last/will, true",
    "ArnLike, arn:aws:iot:*:a:topic/*, arn:aws:iot:r:x:a:topic/will, false",
    "StringLike, arn:aws:iot:*:a:topic/*, arn:aws:iot:r:x:a:topic/will, true",
    "ArnLike, arn:aws:iot:r:a:topic/${iot:ClientId}, arn:aws:iot:r:a:topic/me, true",
    "ArnLike, arn:aws:iot:r:a:x:y, arn:aws:iot:r:a:x:y, true",
    "ArnLike, arn:aws:iot:*:a:${iot:ClientId}:y, arn:aws:iot:r:a:me:y, true",
    "ArnLike, *, arn:aws:iot:r:a:topic/will, true",
    "ArnLike, arn:aws:iot:r:a:*, topic/will, false",
    "ArnNotEquals, arn:aws:iot:r:a:topic/*, arn:aws:iot:r:a:topic/will, false",
    "ArnNotLike, arn:aws:iot:r:a:topic/*, arn:aws:iot:r:b:topic/will, true",
    "Null, false, x, true",
    "Null, true, x, false",
    "ForAllValues:StringEquals, a|b|c, a|b, true",
    "ForAllValues:StringEquals, a|b, a|c, false",
    "ForAllValues:StringNotEquals, a, b|c, true",
    "ForAllValues:StringNotEquals, a, a|c, false",
    "ForAnyValue:StringEquals, a|b, c|b, true",
    "ForAnyValue:StringEquals, a|b, c|d, false",
    "ForAnyValue:StringNotEquals, a, a|c, true",
    "ForAnyValue:StringNotEquals, a, a, false",
    "ForAnyValue:StringLikeIfExists, a*, b|ab, true",
    "StringEquals, a, b|a, true",
    "StringNotEquals, a, b|a, false",
  })
  void key_that_has_a_value_is_compared(
      String operator, String values, String given, boolean holds) {
    assertThat(holds(operator, values, given.split("\\|"))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, x, false",
    "StringLike, *, false",
    "StringNotEquals, x, true",
    "StringNotLike, *, true",
    "NumericLessThan, 1, false",
    "NumericNotEquals, 1, true",
    "DateLessThan, 2026, false",
    "Bool, true, false",
    "IpAddress, 0.0.0.0/0, false",
    "NotIpAddress, 0.0.0.0/0, true",
    "ArnEquals, *, false",
    "ArnNotEquals, *, true",
    "StringEqualsIfExists, x, true",
    "StringNotEqualsIfExists, x, true",
    "BoolIfExists, true, true",
    "Null, true, true",
    "Null, false, false",
    "Null, true|false, true",
    "ForAllValues:StringEquals, x, true",
    "ForAllValues:StringNotEquals, x, true",
    "ForAnyValue:StringEquals, x, false",
    "ForAnyValue:StringNotEquals, x, false",
    "ForAnyValue:StringEqualsIfExists, x, true",
  })
  void key_without_a_value_is_judged_by_its_operator(
      String operator, String values, boolean holds) {
    assertThat(holds(operator, values)).isEqualTo(holds);
  }

  @Test
  void all_operators_and_all_keys_must_hold() {
    PolicySet policies =
        set(
            document(
                Policies.when(
                    "Allow",
                    "iot:Publish",
                    "{\"StringEquals\":{\"iot:Connection.Thing.Attributes[a]\":\"v\","
                        + "\"iot:Connection.Thing.ThingTypeName\":\"t\"},"
                        + "\"Bool\":{\"iot:Connection.Thing.IsAttached\":[\"true\"]}}")));
    List<String> all =
        List.of(
            "iot:Connection.Thing.Attributes[a]=v",
            "iot:Connection.Thing.ThingTypeName=t",
            "iot:Connection.Thing.IsAttached=true");

    assertThat(decide(policies, all)).isEqualTo(ALLOWED);
    for (int i = 0; i < all.size(); i++) {
      List<String> fewer = new java.util.ArrayList<>(all);
      fewer.set(i, all.get(i) + "x");
      assertThat(decide(policies, fewer)).isEqualTo(IMPLICIT_DENY);
    }
  }

  @Test
  void persistent_session_and_last_will_are_allowed_by_their_connect_attributes() {
    PolicySet both = connect("ForAllValues:StringEquals", "PersistentConnect", "LastWill");
    PolicySet noWill = connect("ForAllValues:StringNotEquals", "LastWill");

    assertThat(decide(both, List.of())).isEqualTo(ALLOWED);
    assertThat(decide(both, List.of("iot:ConnectAttributes=LastWill"))).isEqualTo(ALLOWED);
    assertThat(decide(both, List.of("iot:ConnectAttributes=Other"))).isEqualTo(IMPLICIT_DENY);
    assertThat(decide(noWill, List.of("iot:ConnectAttributes=PersistentConnect")))
        .isEqualTo(ALLOWED);
    assertThat(
            decide(
                noWill,
                List.of(
                    "iot:ConnectAttributes=PersistentConnect", "iot:ConnectAttributes=LastWill")))
        .isEqualTo(IMPLICIT_DENY);
  }

  @Test
  void certificate_attribute_as_a_key_is_its_first_value_unless_it_asks_for_all() {
    List<String> countries =
        List.of("iot:Certificate.Subject.Country=FR", "iot:Certificate.Subject.Country=DE");

    assertThat(decide(country("StringEquals", ""), countries)).isEqualTo(IMPLICIT_DENY);
    assertThat(decide(country("StringEquals", ".1"), countries)).isEqualTo(ALLOWED);
    assertThat(decide(country("ForAnyValue:StringEquals", ".List"), countries)).isEqualTo(ALLOWED);
    assertThat(decide(country("ForAllValues:StringEquals", ".List"), countries))
        .isEqualTo(IMPLICIT_DENY);
  }

  private static PolicySet country(String operator, String suffix) {
    return set(
        document(
            Policies.when(
                "Allow",
                "iot:Publish",
                "{\""
                    + operator
                    + "\":{\"iot:Certificate.Subject.Country"
                    + suffix
                    + "\":\"DE\"}}")));
  }

  private static PolicySet connect(String operator, String... attributes) {
    return set(
        document(
            Policies.when(
                "Allow",
                "iot:Publish",
                "{\""
                    + operator
                    + "\":{\"iot:ConnectAttributes\":[\""
                    + String.join("\",\"", attributes)
                    + "\"]}}")));
  }

  private static Decision decide(PolicySet policies, List<String> pairs) {
    return policies.decide(ask("iot:Publish", "topic/a", known(pairs.toArray(String[]::new))));
  }

  private static boolean holds(String operator, String values, String... given) {
    String condition =
        "{\"" + operator + "\":{\"key\":[\"" + values.replace("|", "\",\"") + "\"]}}";
    PolicySet policies = set(document(Policies.when("Allow", "iot:Publish", condition)));
    Variables variables =
        name ->
            name.equals("iot:ClientId")
                ? List.of("me")
                : name.equals("key") ? Arrays.asList(given) : List.of();
    return policies.decide(ask("iot:Publish", "topic/a", variables)) == ALLOWED;
  }
}
