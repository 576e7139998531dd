package io.kitproof.steps.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where zip files are unpacked: readable by nobody else, for students hand in their keys. It goes
 * with the grading; what a killed one left goes when the next begins.
 */
record Scratch(Path folder) implements AutoCloseable {
  private static final String NAME = ".unpacked";

  static Scratch in(Path out) throws IOException {
    Scratch scratch = new Scratch(out.resolve(NAME));
    scratch.close();
    Path unused =
        Files.createDirectory(
            scratch.folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return scratch;
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : inside) {
        Files.delete(one);
      }
    }
  }
}
