package io.kitproof.broker.http.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kitproof.broker.fault.AwsFault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS says to a request that it does not believe, whole. */
class SignaturesTest {

  private static final AccessKey EXAMPLE =
      new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

  private static final String GOOD =
      """
      GET / HTTP/1.1
      Host:example.amazonaws.com
      X-Amz-Date:20150830T123600Z
      Authorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/\
      aws4_request, SignedHeaders=host;x-amz-date, \
      Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31""";

  private static final String GOOD_QUERY =
      "GET /?Param2=value2&Param1=value1&X-Amz-Algorithm=AWS4-HMAC-SHA256"
          + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
          + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
          + "&X-Amz-Signature=86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5"
          + " HTTP/1.1\nHost:example.amazonaws.com";

  private static final String MISMATCH =
      "InvalidSignatureException 403 The request signature we calculated does not match the"
          + " signature you provided. Check your AWS Secret Access Key and signing method. Consult"
          + " the service documentation for details.";

  @Test
  void unsigned_request_misses_its_token() {
    String unsigned = "GET / HTTP/1.1\nHost:example.amazonaws.com";

    assertThat(at("2015-08-30T12:36:00Z").claimed(Letter.parse(unsigned))).isFalse();
    assertThat(fault(unsigned))
        .isEqualTo("MissingAuthenticationTokenException 403 Missing Authentication Token");
  }

  @Test
  void other_kind_of_authorization_is_no_signature() {
    String basic = "GET / HTTP/1.1\nHost:example.amazonaws.com\nAuthorization:Basic abc=";

    assertThat(at("2015-08-30T12:36:00Z").claimed(Letter.parse(basic))).isFalse();
    assertThat(fault(basic))
        .isEqualTo("MissingAuthenticationTokenException 403 Missing Authentication Token");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /, POST /",
    "GET / , GET /other ",
    "GET / , GET /?a=b ",
    "example.amazonaws.com, elsewhere.amazonaws.com",
    "Signature=5, Signature=6",
    "Signature=5fa, Signature=5FA",
    "20150830T123600Z, 20150830T123601Z",
  })
  void request_that_was_changed_is_not_believed(String original, String changed) {
    String forged = GOOD.replace(original, changed);

    assertThat(forged).isNotEqualTo(GOOD);
    assertThat(fault(forged)).isEqualTo(MISMATCH);
  }

  @Test
  void query_that_was_changed_is_not_believed() {
    assertThat(fault(GOOD_QUERY.replace("value2", "value3"))).isEqualTo(MISMATCH);
  }

  @Test
  void unsigned_payload_is_not_taken_as_on_every_service_but_a_few() {
    String unsigned =
        GOOD.replace("X-Amz", "X-Amz-Content-SHA256:UNSIGNED-PAYLOAD\nX-Amz") + "\n\nbody";

    assertThat(fault(unsigned)).isEqualTo(MISMATCH);
  }

  @Test
  void key_that_is_not_of_the_account_is_invalid() {
    assertThat(fault(GOOD.replace("AKIDEXAMPLE/", "AKIDOTHER/")))
        .isEqualTo(
            "UnrecognizedClientException 403 The security token included in the request is"
                + " invalid.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-east-1/service | eu-west-1/service"
            + " | Credential should be scoped to a valid region, not 'eu-west-1'. ",
        "us-east-1/service | us-east-1/s3"
            + " | Credential should be scoped to correct service: 'service'. ",
        "aws4_request | aws5"
            + " | Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'. ",
        "AKIDEXAMPLE/20150830 | AKIDEXAMPLE/20150829"
            + " | Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
            + " from HTTP: '20150829' != '20150830', from '20150830T123600Z'.",
      })
  void scope_of_something_else_is_named(String original, String changed, String message) {
    assertThat(fault(GOOD.replace(original, changed)).strip())
        .isEqualTo("InvalidSignatureException 403 " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015-08-30T12:41:01Z | Signature expired: 20150830T123600Z is now earlier than"
            + " 20150830T123601Z (20150830T124101Z - 5 min.)",
        "2015-08-30T12:30:59Z | Signature not yet current: 20150830T123600Z is still later than"
            + " 20150830T123559Z (20150830T123059Z + 5 min.)",
      })
  void signature_of_another_time_is_refused_in_both_forms(String now, String message) {
    assertThat(fault(now, GOOD)).isEqualTo("InvalidSignatureException 403 " + message);
    assertThat(fault(now, GOOD_QUERY)).isEqualTo("InvalidSignatureException 403 " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015-08-30T12:41:00.9Z", "2015-08-30T12:31:00Z"})
  void five_minutes_are_forgiven(String now) {
    assertThat(at(now).keyOf(Letter.parse(GOOD), false)).isEqualTo("AKIDEXAMPLE");
    assertThat(at(now).keyOf(Letter.parse(GOOD_QUERY), false)).isEqualTo("AKIDEXAMPLE");
  }

  @Test
  void expiry_that_the_query_asks_for_comes_sooner_than_five_minutes() {
    String hasty = GOOD_QUERY.replace("Expires=3600", "Expires=30");

    assertThat(fault("2015-08-30T12:36:31Z", hasty))
        .isEqualTo(
            "InvalidSignatureException 403 Signature expired: 20150830T123630Z is now earlier than"
                + " 20150830T123631Z");
    assertThat(fault("2015-08-30T12:36:30Z", hasty)).isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1234567890"})
  void expiry_that_is_no_number_of_seconds_is_refused(String expires) {
    assertThat(fault(GOOD_QUERY.replace("Expires=3600", "Expires=" + expires)))
        .isEqualTo(
            "IncompleteSignatureException 400 X-Amz-Expires must be a number of seconds. Got '"
                + expires
                + "'.");
  }

  @Test
  void everything_that_misses_in_the_header_is_named_at_once() {
    String bare = "GET / HTTP/1.1\nHost:a\nAuthorization:AWS4-HMAC-SHA256 Credential";

    assertThat(fault(bare))
        .isEqualTo(
            "IncompleteSignatureException 400 Authorization header requires 'Credential'"
                + " parameter. Authorization header requires 'Signature' parameter. Authorization"
                + " header requires 'SignedHeaders' parameter. Authorization header requires"
                + " existence of either a 'X-Amz-Date' or a 'Date' header."
                + " Authorization=AWS4-HMAC-SHA256 Credential");
  }

  @Test
  void everything_that_misses_in_the_query_is_named_at_once() {
    String bare = "GET /?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date HTTP/1.1\nHost:a";

    assertThat(fault(bare))
        .isEqualTo(
            "IncompleteSignatureException 400 AWS query-string parameters must include"
                + " 'X-Amz-Credential'. AWS query-string parameters must include"
                + " 'X-Amz-Signature'. AWS query-string parameters must include"
                + " 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'."
                + " Re-examine the query-string parameters.");
  }

  @Test
  void signature_in_both_places_is_refused() {
    assertThat(fault(GOOD.replace("GET /", "GET /?X-Amz-Algorithm=AWS4-HMAC-SHA256")))
        .isEqualTo(
            "InvalidSignatureException 403 Found both 'X-Amz-Algorithm' as a query-string param and"
                + " 'Authorization' as HTTP header.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host;x-amz-date | x-amz-date | InvalidSignatureException 403 'Host' or ':authority' must be"
            + " a 'SignedHeader' in the AWS Authorization.",
        "AWS4-HMAC-SHA256 | AWS4-HMAC-SHA1 | IncompleteSignatureException 400 Unsupported AWS"
            + " 'algorithm': 'AWS4-HMAC-SHA1' (only AWS4-HMAC-SHA256 for now). ",
        "/us-east-1/service/aws4_request | /us-east-1 | IncompleteSignatureException 400 Credential"
            + " must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term,"
            + " got 'AKIDEXAMPLE/20150830/us-east-1'",
        "X-Amz-Date:20150830T123600Z | X-Amz-Date:yesterday | IncompleteSignatureException 400 Date"
            + " must be in ISO-8601 'basic format'. Got 'yesterday'. See"
            + " http://en.wikipedia.org/wiki/ISO_8601",
      })
  void claim_that_makes_no_sense_is_explained(String original, String changed, String expected) {
    assertThat(fault(GOOD.replace(original, changed)).strip()).isEqualTo(expected);
  }

  @Test
  void development_key_counts_on_loopback_only() {
    Signatures signatures =
        new Signatures(
            List.of(AccessKey.DEVELOPMENT),
            "us-east-1",
            List.of("service"),
            clock("2015-08-30T12:36:00Z"));
    Signable request = Letter.parse(GOOD.replace("AKIDEXAMPLE", AccessKey.DEVELOPMENT.id()));

    assertThat(fault(signatures, request, false))
        .isEqualTo(
            "UnrecognizedClientException 403 The security token included in the request is"
                + " invalid.");
    assertThat(fault(signatures, request, true)).isEqualTo(MISMATCH);
  }

  @Test
  void secret_is_never_shown() {
    assertThat(EXAMPLE).hasToString("access key AKIDEXAMPLE");
  }

  private static String fault(String letter) {
    return fault("2015-08-30T12:36:00Z", letter);
  }

  private static String fault(String now, String letter) {
    return fault(at(now), Letter.parse(letter), false);
  }

  private static String fault(Signatures signatures, Signable request, boolean loopback) {
    AwsFault fault =
        catchThrowableOfType(
            AwsFault.class, () -> assertThat(signatures.keyOf(request, loopback)).isNull());
    return fault.type() + " " + fault.status() + " " + fault.message();
  }

  private static Signatures at(String now) {
    return new Signatures(List.of(EXAMPLE), "us-east-1", List.of("service"), clock(now));
  }

  private static Clock clock(String now) {
    return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
  }
}
