package io.kitproof.broker.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyShelfTest {
  @TempDir private Path folder;

  private KeyShelf shelf() {
    return KeyShelf.at(folder, KeyForge.fresh()::now);
  }

  @Test
  void the_next_process_takes_the_keys_of_the_one_before_and_none_twice() {
    KeyShelf first = shelf();
    KeyPair one = first.get();
    KeyPair two = first.get();

    KeyShelf next = KeyShelf.at(folder, () -> fail("no key is made"));

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
  void a_pipe_is_not_read_and_what_a_killed_process_left_is_gone() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor()).isZero();
    Path half = Files.writeString(folder.resolve("key123.new"), "half a k");

    KeyPair made = shelf().get();

    assertThat(half).doesNotExist();
    assertThat(shelf().get().getPrivate()).isEqualTo(made.getPrivate());
  }

  @Test
  void whoever_takes_more_than_there_are_begins_again() {
    KeyPair one = KeyForge.fresh().now();
    KeyPair two = KeyForge.fresh().now();
    AtomicInteger made = new AtomicInteger();
    KeyShelf shelf = KeyShelf.at(folder, () -> made.getAndIncrement() == 0 ? one : two);

    List<KeyPair> taken = Stream.generate(shelf).limit(KeyShelf.SIZE + 1).toList();

    assertThat(made).hasValue(KeyShelf.SIZE);
    assertThat(taken.get(KeyShelf.SIZE).getPrivate()).isEqualTo(one.getPrivate());
  }

  @Test
  void without_a_folder_keys_are_made_anew() throws Exception {
    KeyShelf nowhere = KeyShelf.at(Files.createFile(folder.resolve("file")), KeyForge.fresh()::now);

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
    assertThat(folder.resolve("authority")).isDirectoryContaining("glob:**/0.key");
    assertThat(folder.resolve("devices/0.key")).hasContent(before.privateKeyPem());
    assertThat(folder.resolve("devices/1.key")).doesNotExist();
  }
}
