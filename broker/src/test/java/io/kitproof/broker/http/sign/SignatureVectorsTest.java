package io.kitproof.broker.http.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.fault.AwsFault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and signatures of AWS's public Signature Version 4 test suite. */
class SignatureVectorsTest {

  private static final AccessKey EXAMPLE =
      new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

  private static final String CREDENTIAL = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";

  private final Signatures signatures =
      new Signatures(
          List.of(EXAMPLE),
          "us-east-1",
          List.of("service"),
          Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "/, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "/example1/example2/../.., 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "/./example, ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5",
    "//example//, 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
    "/example space/, 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
    "/ሴ, 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,"
        + " 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    "/?Param1=value1, a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
    "/?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "/?ሴ=bar, 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1,"
        + " 371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac",
  })
  void get_is_believed_whatever_its_path_and_query(String target, String signature) {
    Signable request =
        signed("GET " + target + " HTTP/1.1\nHost:example.amazonaws.com", "", signature);

    assertThat(signatures.keyOf(request, false)).isEqualTo("AKIDEXAMPLE");
  }

  @ParameterizedTest
  @CsvSource({
    "My-Header1: value1|My-Header2: \"a   b   c\", my-header1;my-header2;,"
        + " acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    "My-Header1:value2|My-Header1:value2|My-Header1:value1, my-header1;,"
        + " c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
    "My-Header1:value4|My-Header1:value1|My-Header1:value3|My-Header1:value2, my-header1;,"
        + " 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
  })
  void get_is_believed_whatever_its_headers(String headers, String names, String signature) {
    String head = "GET / HTTP/1.1\nHost:example.amazonaws.com\n" + headers.replace('|', '\n');

    Signable request = signed(head, names, signature);

    assertThat(signatures.keyOf(request, false)).isEqualTo("AKIDEXAMPLE");
  }

  @Test
  void session_token_in_a_header_is_signed_and_ignored() {
    Signable request =
        Letter.parse(
            """
            GET / HTTP/1.1
            Host:example.amazonaws.com
            Authorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/\
            aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, \
            Signature=07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8
            X-Amz-Date:20150830T123600Z
            X-Amz-Security-Token:6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267
            """);

    assertThat(signatures.keyOf(request, false)).isEqualTo("AKIDEXAMPLE");
  }

  private static final String FORM =
      """
      POST / HTTP/1.1
      Content-Type:application/x-www-form-urlencoded
      Host:example.amazonaws.com
      Content-Length:13
      x-amz-content-sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e
      Authorization:AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/\
      aws4_request, SignedHeaders=content-length;content-type;host;x-amz-content-sha256;\
      x-amz-date, Signature=d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b
      X-Amz-Date:20150830T123600Z

      Param1=value1""";

  @Test
  void post_is_believed_with_its_body() {
    assertThat(signatures.keyOf(Letter.parse(FORM), false)).isEqualTo("AKIDEXAMPLE");
  }

  @Test
  void post_with_another_body_is_not_believed_whatever_hash_it_claims() {
    Signable forged = Letter.parse(FORM.replace("Param1=value1", "Param1=value2"));

    assertThatThrownBy(() -> forgetful(signatures, forged))
        .isInstanceOf(AwsFault.class)
        .hasMessageStartingWith("The request signature we calculated does not match");
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "'', '&X-Amz-Security-Token=whatever'"})
  void signature_in_the_query_is_believed_whatever_token_follows_it(String before, String after) {
    Signable request =
        Letter.parse(
            "GET /?Param2=value2&Param1=value1"
                + before
                + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
                + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
                + "&X-Amz-Signature="
                + "86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5"
                + after
                + " HTTP/1.1\nHost:example.amazonaws.com");

    assertThat(signatures.keyOf(request, false)).isEqualTo("AKIDEXAMPLE");
  }

  private static Signable signed(String head, String names, String signature) {
    return Letter.parse(
        head
            + "\nX-Amz-Date:20150830T123600Z\nAuthorization:AWS4-HMAC-SHA256 Credential="
            + CREDENTIAL
            + ", SignedHeaders=host;"
            + names
            + "x-amz-date, Signature="
            + signature);
  }

  private static void forgetful(Signatures signatures, Signable request) {
    assertThat(signatures.keyOf(request, false)).isNull();
  }
}
