package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeatureShelfTest {
  @Test
  void features_of_a_jar_are_found_while_another_run_has_it_open(@TempDir Path folder)
      throws Exception {
    URI jar = URI.create("jar:" + folder.resolve("features.jar").toUri());
    try (FileSystem fresh = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectory(fresh.getPath("features"));
      Files.writeString(fresh.getPath("features", "05_pair.feature"), "Feature: five");
      Files.writeString(fresh.getPath("features", "notes.txt"), "no feature");
    }

    try (FileSystem another = FileSystems.newFileSystem(jar, Map.of())) {
      assertThat(another.isOpen()).isTrue();

      assertThat(FeatureShelf.list(URI.create(jar + "!/features").toURL()))
          .containsExactly("05_pair");
    }
  }

  @Test
  void all_of_a_folder_or_one_of_it_is_found_by_name() {
    FeatureShelf shelf = FeatureShelf.open();

    assertThat(shelf.find(List.of("device_advisor")))
        .hasSizeGreaterThan(5)
        .allMatch(found -> found.startsWith("classpath:features/device_advisor/"))
        .containsAll(shelf.find(List.of("device_advisor/tls")));
    assertThat(shelf.find(List.of("device_advisor/tls")))
        .containsExactly("classpath:features/device_advisor/tls.feature");
  }

  @Test
  void who_asks_for_nothing_gets_the_exercises_and_no_folder() {
    assertThat(FeatureShelf.open().find(List.of()))
        .contains("classpath:features/05_pair.feature")
        .noneMatch(found -> found.contains("device_advisor"));
  }

  @Test
  void folder_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> FeatureShelf.open().find(List.of("device_advise/tls")))
        .hasMessage("No feature file device_advise/tls.");
  }
}
