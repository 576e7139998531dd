package io.kitproof.boards.kit.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.boards.kit.TestAuthority;
import io.kitproof.boards.kit.TestAuthority.Issued;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;

class PemTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("Root");

  @Test
  void reads_the_key_as_aws_gives_it() throws Exception {
    Issued thing = AUTHORITY.issueRsa("thing");
    byte[] pkcs1 =
        PrivateKeyInfo.getInstance(thing.key().getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded();

    assertThat(Pem.privateKey(TestAuthority.pem("RSA PRIVATE KEY", pkcs1))).contains(thing.key());
    assertThat(Pem.privateKey(thing.keyPem())).contains(thing.key());
  }

  @Test
  void reads_ec_keys_and_certificates() {
    Issued thing = AUTHORITY.issue("thing");

    assertThat(Pem.privateKey(thing.keyPem())).contains(thing.key());
    assertThat(Pem.certificates(thing.certificatePem())).containsExactly(thing.certificate());
  }

  @Test
  void finds_nothing_in_the_wrong_file_or_in_rubbish() {
    Issued thing = AUTHORITY.issue("thing");
    byte[] rubbish = TestAuthority.pem("PRIVATE KEY", new byte[] {1, 2, 3});
    byte[] text = "replace this file with the one from AWS".getBytes(US_ASCII);

    assertThat(Pem.privateKey(thing.certificatePem())).isEmpty();
    assertThat(Pem.certificates(thing.keyPem())).isEmpty();
    assertThat(Pem.privateKey(rubbish)).isEmpty();
    assertThat(Pem.certificates(TestAuthority.pem("CERTIFICATE", new byte[3]))).isEmpty();
    assertThat(Pem.certificates(text)).isEmpty();
  }
}
