package io.kitproof.boards.kit.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.boards.kit.TestAuthority;
import io.kitproof.boards.kit.TestAuthority.Issued;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerCheckTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("Root");

  private static void check(Issued broker, String peerCn) throws CertificateException {
    new PeerCheck(Pem.certificates(AUTHORITY.rootPem()), peerCn)
        .checkServerTrusted(new X509Certificate[] {broker.certificate()}, "ECDHE_ECDSA");
  }

  @ParameterizedTest
  @CsvSource({
    "*.iot.us-east-1.amazonaws.com, *.iot.us-east-1.amazonaws.com",
    "*.iot.us-east-1.amazonaws.com, data.iot.us-east-1.amazonaws.com",
    "data.iot.us-east-1.amazonaws.com, data.iot.us-east-1.amazonaws.com",
  })
  void accepts_the_same_name_or_a_wildcard_for_the_first_label(String cn, String expected) {
    assertThatCode(() -> check(AUTHORITY.issue(cn), expected)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "*.iot.us-east-1.amazonaws.com, *.iot.eu-west-1.amazonaws.com",
    "*.iot.us-east-1.amazonaws.com, a.b.iot.us-east-1.amazonaws.com",
    "data.iot.us-east-1.amazonaws.com, *.iot.us-east-1.amazonaws.com",
    "localhost, *.iot.us-east-1.amazonaws.com",
    "*.com, nodots",
  })
  void refuses_any_other_name(String cn, String expected) {
    assertThatThrownBy(() -> check(AUTHORITY.issue(cn), expected))
        .isInstanceOf(CertificateException.class)
        .hasMessage("the broker's common name is \"%s\", expected \"%s\"", cn, expected);
  }

  @Test
  void alternative_names_are_not_read() {
    Issued broker = AUTHORITY.issue("localhost", TestAuthority.BROKER_CN);

    assertThatThrownBy(() -> check(broker, TestAuthority.BROKER_CN))
        .hasMessageStartingWith("the broker's common name is \"localhost\"");
  }

  @Test
  void an_expired_certificate_is_accepted() {
    assertThatCode(
            () -> check(AUTHORITY.issueExpired(TestAuthority.BROKER_CN), TestAuthority.BROKER_CN))
        .doesNotThrowAnyException();
  }

  @Test
  void a_certificate_of_another_authority_is_refused() {
    Issued broker = new TestAuthority("Root").issue(TestAuthority.BROKER_CN);

    assertThatThrownBy(() -> check(broker, TestAuthority.BROKER_CN))
        .isInstanceOf(CertificateException.class)
        .hasMessage("the broker's certificate does not lead to the root built in");
  }
}
