package io.kitproof.boards.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The stable name of a port whose {@code /dev/pts} number changes with each plugging in. */
record PortLink(Path link) {

  void pointTo(Path target) {
    try {
      Files.createDirectories(link.toAbsolutePath().getParent());
      if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
        throw new FileAlreadyExistsException(
            link.toString(), null, "is a file: a virtual port may only replace a symbolic link");
      }
      // Made aside and moved over: nobody ever sees the name absent or half made while it is
      // replaced.
      Path aside = link.resolveSibling("." + link.getFileName() + "." + target.getFileName());
      Files.deleteIfExists(aside);
      Files.createSymbolicLink(aside, target);
      Files.move(aside, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the link unless somebody else's port has it by now. */
  void removeIfTo(Path target) {
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
        Files.delete(link);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
