package io.kitproof.broker.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyShelfTest {
  @TempDir private Path folder;

  private KeyShelf shelf() {
    return new KeyShelf(folder, KeyForge.fresh()::now);
  }

  @Test
  void the_next_process_takes_the_keys_of_the_one_before_and_none_twice() {
    KeyShelf first = shelf();
    KeyPair one = first.get();
    KeyPair two = first.get();

    KeyShelf next = new KeyShelf(folder, () -> fail("no key is made"));

    assertThat(next.get().getPrivate()).isEqualTo(one.getPrivate());
    KeyPair again = next.get();
    assertThat(again.getPrivate()).isEqualTo(two.getPrivate()).isNotEqualTo(one.getPrivate());
    assertThat(again.getPublic()).isEqualTo(two.getPublic());
  }

  private static KeyPair fail(String why) {
    throw new AssertionError(why);
  }

  @Test
  void a_key_is_for_its_owner_only() throws Exception {
    KeyPair unused = shelf().get();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  private Path file() {
    return folder.resolve("0.key");
  }

  @Test
  void what_is_no_key_is_replaced() throws Exception {
    Files.writeString(file(), "half a k");

    KeyPair made = shelf().get();

    assertThat(shelf().get().getPrivate()).isEqualTo(made.getPrivate());
  }

  @Test
  void without_a_folder_keys_are_made_anew() {
    KeyShelf nowhere = new KeyShelf(folder.resolve("gone"), KeyForge.fresh()::now);

    assertThat(nowhere.get().getPrivate()).isNotEqualTo(nowhere.get().getPrivate());
  }

  @Test
  void authorities_with_the_same_keys_still_give_each_device_a_certificate_of_its_own()
      throws Exception {
    CertificateAuthority first = CertificateAuthority.create("Virtual", folder);
    Device before = first.issue("kit");
    CertificateAuthority second = CertificateAuthority.create("Virtual", folder);
    Device after = second.issue("kit");

    assertThat(after.principal()).isNotEqualTo(before.principal());
    X509Certificate certificate = after.certificate();
    certificate.verify(second.certificate().getPublicKey());
    assertThat(folder).isDirectoryContaining("glob:**/1.key");
    assertThat(folder.resolve("2.key")).doesNotExist();
  }
}
