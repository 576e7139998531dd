package io.kitproof.broker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kitproof.broker.fault.AwsFault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentTest {

  private static final String GOOD =
      Policies.document(Policies.statement("Allow", "iot:*", "topic/a"));

  private static final String JSON = "Policy document is Malformed";
  private static final String SYNTAX = JSON + ": Invalid policy syntax.";
  private static final String VERSION =
      JSON + ": Unknown policy document version. It must be version 2012-10-17";
  private static final String STATEMENTS = JSON + ": Policy has no statements";
  private static final String RESOURCES = JSON + ": The following resources are invalid : ";
  private static final String ACTIONS = JSON + ": The following actions are invalid : ";
  private static final String CONDITIONS = JSON + ": The following conditions are invalid : ";

  static Stream<Arguments> malformed() {
    String arn = "arn:aws:iot:us-east-1:123456789012:topic/";
    String two = ",\"Effect\":\"Allow\"";
    return Stream.of(
        Arguments.of("", JSON),
        Arguments.of("./policy.json", JSON),
        Arguments.of("[]", JSON),
        Arguments.of("\"policy\"", JSON),
        Arguments.of(GOOD + "x", JSON),
        Arguments.of(GOOD + GOOD, JSON),
        Arguments.of(GOOD.substring(0, GOOD.length() - 1), JSON),
        Arguments.of(GOOD.replace("\"Effect\"", "\"Effect\":\"Allow\",\"Effect\""), JSON),
        Arguments.of(GOOD.replace("\"iot:*\"", "'iot:*'"), JSON),
        Arguments.of("[".repeat(2000), JSON),
        Arguments.of("{\"Version\":".repeat(180), JSON),
        Arguments.of("{}", VERSION),
        Arguments.of(GOOD.replace("2012-10-17", "2008-10-17"), VERSION),
        Arguments.of(GOOD.replace("\"2012-10-17\"", "20121017"), VERSION),
        Arguments.of("{\"Version\":\"2012-10-17\"}", STATEMENTS),
        Arguments.of("{\"Version\":\"2012-10-17\",\"Statement\":[]}", STATEMENTS),
        Arguments.of("{\"Version\":\"2012-10-17\",\"Statement\":null}", SYNTAX),
        Arguments.of("{\"Version\":\"2012-10-17\",\"Statement\":[[]]}", SYNTAX),
        Arguments.of(GOOD.replace("\"Statement\"", "\"Id\":1,\"Statement\""), SYNTAX),
        Arguments.of(GOOD.replace("\"Statement\"", "\"X\":1,\"Statement\""), SYNTAX),
        Arguments.of(GOOD.replace("\"Effect\"", "\"Principal\":\"*\",\"Effect\""), SYNTAX),
        Arguments.of(GOOD.replace("\"Effect\"", "\"Sid\":[],\"Effect\""), SYNTAX),
        Arguments.of(GOOD.replace("\"Effect\":\"Allow\",", ""), SYNTAX),
        Arguments.of(GOOD.replace("\"Allow\"", "true"), SYNTAX),
        Arguments.of(GOOD.replace("\"Allow\"", "\"allow\""), JSON + ": Invalid effect: allow"),
        Arguments.of(GOOD.replace("\"Action\"", "\"action\""), SYNTAX),
        Arguments.of(GOOD.replace("\"iot:*\"", "[]"), SYNTAX),
        Arguments.of(GOOD.replace("\"iot:*\"", "[1]"), SYNTAX),
        Arguments.of(GOOD.replace("\"iot:*\"", "\"iot:*\",\"NotAction\":\"iot:*\""), SYNTAX),
        Arguments.of(GOOD.replace("\"iot:*\"", "\"Publish\""), ACTIONS + "Publish"),
        Arguments.of(GOOD.replace("\"iot:*\"", "\"iot:\""), ACTIONS + "iot:"),
        Arguments.of(GOOD.replace("\"iot:*\"", "\"iot:a:b\""), ACTIONS + "iot:a:b"),
        Arguments.of(GOOD.replace("\"Resource\"", "\"NotResource\":\"*\",\"Resource\""), SYNTAX),
        Arguments.of(GOOD.replace("Resource", "Ressource"), SYNTAX),
        Arguments.of(GOOD.replace("[\"" + arn + "a\"]", "[]"), SYNTAX),
        Arguments.of(GOOD.replace("[\"" + arn + "a\"]", "{}"), SYNTAX),
        Arguments.of(GOOD.replace(arn, "topic/"), RESOURCES + "topic/a"),
        Arguments.of(GOOD.replace(arn, "arn:aws:iot:topic/"), RESOURCES + "arn:aws:iot:topic/a"),
        Arguments.of(GOOD.replace("topic/a", "topic/${a"), RESOURCES + arn + "${a"),
        Arguments.of(GOOD.replace("topic/a", "topic/${ }"), RESOURCES + arn + "${ }"),
        Arguments.of(
            GOOD.replace("topic/a", "${iot:Certificate.A.List}${iot:Certificate.B.List}"),
            RESOURCES
                + arn.replace("topic/", "")
                + "${iot:Certificate.A.List}${iot:Certificate.B.List}"),
        Arguments.of(with("{\"a\":".repeat(20) + "1" + "}".repeat(20)), JSON),
        Arguments.of(with("[]"), SYNTAX),
        Arguments.of(with("{\"Bool\":{}}"), SYNTAX),
        Arguments.of(with("{\"Bool\":\"a\"}"), SYNTAX),
        Arguments.of(with("{\"Bool\":{\"a\":[]}}"), SYNTAX),
        Arguments.of(with("{\"Bool\":{\"a\":{}}}"), SYNTAX),
        Arguments.of(with("{\"Bool\":{\"a\":null}}"), SYNTAX),
        Arguments.of(with("{\"Bool\":{\"a\":[[\"true\"]]}}"), SYNTAX),
        Arguments.of(with("{\"Bool\":{\"a\":true,\"a\":true}}"), JSON),
        Arguments.of(with("{\"Bool\":{\"\":true}}"), CONDITIONS + "Bool"),
        Arguments.of(with("{\"Boolean\":{\"a\":true}}"), CONDITIONS + "Boolean"),
        Arguments.of(with("{\"ForOne:Bool\":{\"a\":true}}"), CONDITIONS + "ForOne:Bool"),
        Arguments.of(with("{\"NullIfExists\":{\"a\":true}}"), CONDITIONS + "NullIfExists"),
        Arguments.of(with("{\"Null\":{\"a\":\"maybe\"}}"), CONDITIONS + "maybe"),
        Arguments.of(with("{\"Bool\":{\"a\":\"yes\"}}"), CONDITIONS + "yes"),
        Arguments.of(with("{\"NumericEquals\":{\"a\":\"${b}\"}}"), CONDITIONS + "${b}"),
        Arguments.of(
            with("{\"NumericEquals\":{\"a\":\"" + "1".repeat(65) + "\"}}"),
            CONDITIONS + "1".repeat(65)),
        Arguments.of(with("{\"DateEquals\":{\"a\":\"2026-13\"}}"), CONDITIONS + "2026-13"),
        Arguments.of(with("{\"IpAddress\":{\"a\":\"10.0.0.0/33\"}}"), CONDITIONS + "10.0.0.0/33"),
        Arguments.of(with("{\"IpAddress\":{\"a\":\"localhost\"}}"), CONDITIONS + "localhost"),
        Arguments.of(with("{\"IpAddress\":{\"a\":\"::1/-1\"}}"), CONDITIONS + "::1/-1"),
        Arguments.of(with("{\"ArnLike\":{\"a\":\"arn:aws:*\"}}"), CONDITIONS + "arn:aws:*"),
        Arguments.of(with("{\"StringLike\":{\"a\":\"${\"}}"), CONDITIONS + "${"),
        Arguments.of(GOOD.replace("\"Resource\"", "\"Resource\":\"*\"" + two + ",\"x\""), JSON));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void document_is_refused_as_aws_words_it(String json, String message) {
    AwsFault fault = catchThrowableOfType(AwsFault.class, () -> PolicyDocument.parse(json).text());

    assertThat(fault).hasMessage(message);
    assertThat(fault.type()).isEqualTo("MalformedPolicyException");
    assertThat(fault.status()).isEqualTo(400);
  }

  @Test
  void document_may_have_2048_characters_and_any_white_space_between_them() {
    String fits = GOOD.replace("topic/a", "topic/" + "a".repeat(2048 - GOOD.length() + 1));
    String wide = fits.replace(",", ",\n\t  ".repeat(1) + " ".repeat(5000));
    String over = fits.replace("topic/", "topic/b");

    assertThat(PolicyDocument.parse(fits).text()).isEqualTo(fits).hasSize(2048);
    assertThat(PolicyDocument.parse(wide).text()).isEqualTo(wide);
    assertThatThrownBy(() -> PolicyDocument.parse(over).text())
        .hasMessage("Policy document is Malformed: Policy document exceeds 2048 characters");
  }

  @Test
  void document_of_a_megabyte_is_refused_unread() {
    AwsFault fault =
        catchThrowableOfType(
            AwsFault.class, () -> PolicyDocument.parse(" ".repeat(1 << 20) + GOOD).text());

    assertThat(fault)
        .hasMessage(
            "1 validation error detected: Value at 'policyDocument' failed to satisfy constraint:"
                + " Member must have length less than or equal to 404600");
    assertThat(fault.type()).isEqualTo("InvalidRequestException");
    assertThat(fault.status()).isEqualTo(400);
  }

  @Test
  void documents_of_equal_text_are_equal() {
    assertThat(PolicyDocument.parse(GOOD))
        .isEqualTo(PolicyDocument.parse(GOOD))
        .hasSameHashCodeAs(PolicyDocument.parse(GOOD))
        .hasToString(GOOD)
        .isNotEqualTo(PolicyDocument.parse(GOOD + " "));
  }

  private static String with(String condition) {
    return GOOD.replace("\"Resource\"", "\"Condition\":" + condition + ",\"Resource\"");
  }
}
