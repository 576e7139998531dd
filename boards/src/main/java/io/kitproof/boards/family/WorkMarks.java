package io.kitproof.boards.family;

import io.kitproof.boards.serial.Plugging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Remembers from one run to the next which boards have been put to work since they were plugged in.
 * Some can be told to only once: told again, they would take it for a command and close contacts.
 *
 * @param folder a file a board by its port; made when the first one is set
 */
public record WorkMarks(Path folder) {
  /** Whether the board has been put to work and not been unplugged since. */
  boolean atWork(Path port) {
    try {
      return Files.readString(mark(port)).equals(Plugging.of(port));
    } catch (NoSuchFileException never) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(unusable(port), e);
    }
  }

  /** The board has been put to work just now. */
  void set(Path port) {
    try {
      Files.createDirectories(folder);
      Files.writeString(mark(port), Plugging.of(port));
    } catch (IOException e) {
      throw new UncheckedIOException(unusable(port), e);
    }
  }

  private Path mark(Path port) {
    String name = URLEncoder.encode(port.toAbsolutePath().toString(), StandardCharsets.UTF_8);
    return folder.resolve(name + ".at-work");
  }

  private String unusable(Path port) {
    return "Whether the board on %s is at work can't be kept in %s.".formatted(port, folder);
  }
}
