package io.kitproof.broker.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.create("Test Root").prepare(1);
  private static final Device DEVICE = AUTHORITY.issue(Device.AWS_COMMON_NAME);
  private static final int CERT_SIGN = 5;
  private static final int DIGITAL_SIGNATURE = 0;

  @Test
  void root_is_an_authority_that_signed_itself() throws Exception {
    X509Certificate root = AUTHORITY.certificate();

    root.verify(root.getPublicKey());
    assertThat(root.getBasicConstraints()).isNotNegative();
    assertThat(keyUsage(root)[CERT_SIGN]).isTrue();
    assertThat(root.getSubjectX500Principal().getName()).isEqualTo("CN=Test Root,O=Kitproof");
    assertThat(((RSAPublicKey) root.getPublicKey()).getModulus().bitLength()).isEqualTo(2048);
    assertThat(root.getSigAlgName()).isEqualTo("SHA256withRSA");
    assertThat(Pem.certificate(AUTHORITY.pem())).isEqualTo(root);
  }

  @Test
  void server_has_the_common_name_of_the_stock_firmware_and_the_names_of_ordinary_clients()
      throws Exception {
    X509Certificate server = AUTHORITY.server("us-east-1").get().chain().get(0);

    server.verify(AUTHORITY.certificate().getPublicKey());
    assertThat(server.getSubjectX500Principal().getName())
        .isEqualTo("CN=*.iot.us-east-1.amazonaws.com");
    assertThat(server.getSubjectAlternativeNames())
        .extracting(name -> (Object) name.get(1))
        .containsExactly(
            "*.iot.us-east-1.amazonaws.com",
            "data.iot.us-east-1.amazonaws.com",
            "localhost",
            "127.0.0.1",
            "0:0:0:0:0:0:0:1");
    assertThat(((RSAPublicKey) server.getPublicKey()).getModulus().bitLength()).isEqualTo(2048);
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
    assertThat(keyUsage(server)[DIGITAL_SIGNATURE]).isTrue();
    assertThat(server.getExtendedKeyUsage()).isEqualTo(List.of("1.3.6.1.5.5.7.3.1"));
    assertThat(AUTHORITY.server("us-east-1")).isSameAs(AUTHORITY.server("us-east-1"));
  }

  @Test
  void servers_of_all_regions_have_one_key() throws Exception {
    X509Certificate east = AUTHORITY.server("us-east-1").get().chain().get(0);
    X509Certificate west = AUTHORITY.server("us-west-2").get().chain().get(0);

    assertThat(west).isNotEqualTo(east);
    assertThat(west.getPublicKey()).isEqualTo(east.getPublicKey());
  }

  @Test
  void device_looks_like_those_of_aws() throws Exception {
    X509Certificate device = DEVICE.certificate();

    device.verify(AUTHORITY.certificate().getPublicKey());
    assertThat(device.getSubjectX500Principal().getName()).isEqualTo("CN=AWS IoT Certificate");
    assertThat(device.getNotAfter().toInstant()).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
    assertThat(device.getNotBefore().toInstant()).isBefore(Instant.now());
    assertThat(((RSAPublicKey) device.getPublicKey()).getModulus().bitLength()).isEqualTo(2048);
    assertThat(DEVICE.privateKeyPem()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    assertThat(DEVICE.certificatePem().lines()).allMatch(line -> line.length() <= 64);
    assertThat(device.getSerialNumber()).isPositive();
  }

  @Test
  void principal_is_the_digest_of_the_certificate() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(DEVICE.certificate().getEncoded());

    assertThat(DEVICE.principal()).isEqualTo(HexFormat.of().formatHex(digest)).hasSize(64);
  }

  @Test
  void key_and_certificate_of_a_device_belong_together() throws Exception {
    byte[] text = "LIGHT ON".getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(DEVICE.privateKey());
    signature.update(text);
    byte[] signed = signature.sign();

    signature.initVerify(DEVICE.certificate());
    signature.update(text);

    assertThat(signature.verify(signed)).isTrue();
  }

  @Test
  void two_devices_have_keys_and_serial_numbers_of_their_own() {
    X509Certificate other = AUTHORITY.issue(Device.AWS_COMMON_NAME).certificate();

    assertThat(other.getPublicKey()).isNotEqualTo(DEVICE.certificate().getPublicKey());
    assertThat(other.getSerialNumber()).isNotEqualTo(DEVICE.certificate().getSerialNumber());
  }

  @Test
  void another_authority_of_the_same_name_is_not_believed() {
    X509Certificate other = CertificateAuthority.create("Test Root").certificate();

    assertThatThrownBy(() -> DEVICE.certificate().verify(other.getPublicKey()))
        .isInstanceOf(SignatureException.class);
  }

  @Test
  void name_with_a_comma_is_a_name_and_nothing_more() {
    X509Certificate odd = AUTHORITY.issue("a,O=b").certificate();

    assertThat(odd.getSubjectX500Principal().getName()).isEqualTo("CN=a\\,O\\=b");
  }

  @Test
  void nothing_shows_a_private_key() throws Exception {
    String key = DEVICE.privateKeyPem().lines().skip(1).findFirst().orElseThrow();

    assertThat(
            Arrays.asList(
                DEVICE.toString(),
                AUTHORITY.toString(),
                AUTHORITY.server("us-east-1").get().toString()))
        .containsExactly(
            "device " + DEVICE.principal(),
            "certificate authority CN=Test Root, O=Kitproof",
            "server CN=*.iot.us-east-1.amazonaws.com")
        .noneMatch(text -> text.contains(key));
  }

  @Test
  void what_is_no_key_is_refused_without_quoting_it() {
    Device wrong = new Device(DEVICE.certificatePem(), "c2VjcmV0", DEVICE.principal());

    assertThatThrownBy(wrong::privateKey)
        .hasMessage("Not an RSA private key in PEM form (PKCS#1).")
        .hasNoCause();
  }

  private static boolean[] keyUsage(X509Certificate certificate) {
    return Objects.requireNonNull(certificate.getKeyUsage());
  }
}
