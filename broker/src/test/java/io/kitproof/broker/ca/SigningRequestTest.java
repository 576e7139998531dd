package io.kitproof.broker.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.registry.Foreign;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

final class SigningRequestTest {

  private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("Test Root");

  @Test
  void whoever_has_the_key_gets_a_certificate_for_it() throws Exception {
    KeyPair keys = keys("EC", 384);

    X509Certificate signed = AUTHORITY.sign(Foreign.request("CN=bulb", keys));

    signed.verify(AUTHORITY.certificate().getPublicKey());
    assertThat(signed.getPublicKey()).isEqualTo(keys.getPublic());
    assertThat(signed.getSubjectX500Principal().getName()).isEqualTo("CN=bulb");
    assertThat(signed.getNotAfter().toInstant()).isEqualTo("2049-12-31T23:59:59Z");
  }

  @Test
  void a_request_without_a_subject_gets_the_usual_one() throws Exception {
    X509Certificate signed = AUTHORITY.sign(Foreign.request("", keys("EC", 256)));

    assertThat(signed.getSubjectX500Principal().getName()).isEqualTo("CN=AWS IoT Certificate");
  }

  @Test
  void a_weak_key_is_refused() throws Exception {
    String request = Foreign.request("CN=bulb", keys("RSA", 1024));

    assertThatThrownBy(() -> AUTHORITY.sign(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The key is neither RSA of at least 2048 bits nor on P-256, P-384 or P-521.");
  }

  @Test
  void a_request_with_the_key_of_another_is_refused() throws Exception {
    KeyPair mine = keys("EC", 256);
    KeyPair theirs = keys("EC", 256);
    String request = Foreign.request("CN=bulb", new KeyPair(theirs.getPublic(), mine.getPrivate()));

    assertThatThrownBy(() -> AUTHORITY.sign(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The request is not signed with its own key.");
  }

  @Test
  void what_is_no_request_is_refused() {
    for (String text : new String[] {"", "none", AUTHORITY.pem()}) {
      assertThatThrownBy(() -> AUTHORITY.sign(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Not a signing request in PEM form (PKCS#10).");
    }
  }

  private static KeyPair keys(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }
}
