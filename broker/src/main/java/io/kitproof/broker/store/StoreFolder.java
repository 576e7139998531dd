package io.kitproof.broker.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** A store's folder and file, opened for this store alone. */
record StoreFolder(Claim claim, MVStore file) {

  /**
   * Opens the folder, or makes it.
   *
   * @throws StoreInUseException if another store has it
   * @throws UncheckedIOException if it can't be used
   */
  static StoreFolder at(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Claim claim = Claim.on(folder);
      try {
        MVStore file = opened(folder, claim);
        claim.sign();
        return new StoreFolder(claim, file);
      } catch (IOException | RuntimeException e) {
        claim.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The data folder "
              + folder
              + " can't be written: make it a folder this user may write, or take another one.",
          e);
    }
  }

  private static MVStore opened(Path folder, Claim claim) throws IOException {
    Path path = folder.resolve("store.mv").toAbsolutePath();
    if (Files.notExists(path)) {
      Files.createFile(path, Claim.OWNER_ONLY);
    }
    SturdyFile file = new SturdyFile(new HashMap<>());
    try {
      file.open(path.toString(), false, null);
      MVStore store =
          new MVStore.Builder()
              .adoptFileStore(file)
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .open();
      // Space is free as soon as nobody reads it and a flush is past it; see Upkeep.
      store.setRetentionTime(0);
      return store;
    } catch (MVStoreException e) {
      file.close();
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw claim.inUse();
      }
      throw new UncheckedIOException(
          "The file "
              + path
              + " is no store of a cloud or is broken: move it away to begin with an empty one.",
          new IOException(e));
    }
  }
}
