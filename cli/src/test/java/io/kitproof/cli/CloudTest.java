package io.kitproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CloudTest {

  @Test
  void data_of_a_cloud_that_runs_is_refused_to_another_one(@TempDir Path folder) {
    try (Store running = Store.at(folder)) {
      assertThat(running).isNotNull();

      Ran second = Ran.command("cloud", "--data", folder.toString());

      assertThat(second.code()).isEqualTo(2);
      assertThat(second.out()).isEmpty();
      assertThat(second.err()).contains(folder.toString(), "in use").doesNotContain("\tat ");
    }
  }
}
