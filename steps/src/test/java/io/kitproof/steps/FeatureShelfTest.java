package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
