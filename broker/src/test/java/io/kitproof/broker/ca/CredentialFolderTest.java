package io.kitproof.broker.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialFolderTest {
  @TempDir private Path folder;

  @Test
  void the_next_run_finds_the_same_authority_and_the_same_device() throws Exception {
    CredentialFolder first = CredentialFolder.at(folder.resolve("credentials"));
    Device made = first.device("publisher");

    CredentialFolder second = CredentialFolder.at(folder.resolve("credentials"));

    assertThat(second.authority().pem()).isEqualTo(first.authority().pem());
    assertThat(second.device("publisher").principal()).isEqualTo(made.principal());
    second.device("another").certificate().verify(first.authority().certificate().getPublicKey());
  }

  @Test
  void a_device_has_the_three_files_its_firmware_needs() throws Exception {
    Device device = CredentialFolder.at(folder).device("publisher");

    Path own = folder.resolve("publisher");
    assertThat(own.resolve("client.cer")).hasContent(device.certificatePem());
    assertThat(own.resolve("privkey.cer")).hasContent(device.privateKeyPem());
    assertThat(own.resolve("rootca.cer")).hasSameTextualContentAs(folder.resolve("rootca.cer"));
  }

  @Test
  void keys_are_for_their_owner_only() throws Exception {
    CredentialFolder.at(folder).device("publisher");

    for (String key : new String[] {"rootca.key", "publisher/privkey.cer"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_name_that_climbs_out_is_refused() {
    CredentialFolder credentials = CredentialFolder.at(folder);

    assertThatThrownBy(() -> credentials.device("../elsewhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"../elsewhere\" can't name a folder of credentials.");
  }
}
