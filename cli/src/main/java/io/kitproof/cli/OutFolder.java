package io.kitproof.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Folders for reports that no other run has, also when two start together. */
final class OutFolder {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss", Locale.ROOT);

  private OutFolder() {}

  /** The one that was asked for, else a new one under kitproof-reports in the working directory. */
  static Path chosen(Optional<Path> asked) throws IOException {
    return asked.isPresent() ? asked.get() : fresh(Path.of("kitproof-reports"));
  }

  /** A new folder named by the time of day. */
  static Path fresh(Path parent) throws IOException {
    Files.createDirectories(parent);
    String name = NAME.format(LocalDateTime.now());
    for (int again = 1; ; again++) {
      Path folder = parent.resolve(again == 1 ? name : name + "_" + again);
      try {
        return Files.createDirectory(folder);
      } catch (FileAlreadyExistsException taken) {
        // Another run has begun in the same second: the next name.
        continue;
      }
    }
  }
}
