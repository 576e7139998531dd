package io.kitproof.broker.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A store's right to its folder: a lock on a file that tells the id of the process. It ends with
 * the process, however that ends.
 *
 * <p>This lock keeps two stores of one process apart and tells whom to blame. Two processes are
 * kept apart by the lock on the data as well: a process loses its lock on a file as soon as it
 * closes any handle of that file (POSIX), and a store that is refused closes one of this file.
 */
final class Claim implements AutoCloseable {

  static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final int LONGEST_ID = 20;

  private final Path folder;
  private final FileChannel channel;

  private Claim(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Claims the folder.
   *
   * @throws StoreInUseException if another store has it
   */
  static Claim on(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve("store.lock"), Set.of(CREATE, READ, WRITE), OWNER_ONLY);
    Claim claim = new Claim(folder, channel);
    if (!claim.granted()) {
      try (claim) {
        throw claim.inUse();
      }
    }
    return claim;
  }

  private boolean granted() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Notes whose folder it is, for those who are refused. */
  void sign() throws IOException {
    channel.truncate(0);
    byte[] id = Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
    channel.write(ByteBuffer.wrap(id), 0);
  }

  /** The folder is somebody else's, who is named as far as that is known. */
  StoreInUseException inUse() {
    return new StoreInUseException(folder, signed());
  }

  private OptionalLong signed() {
    try {
      ByteBuffer id = ByteBuffer.allocate(LONGEST_ID);
      channel.read(id, 0);
      return OptionalLong.of(Long.parseLong(US_ASCII.decode(id.flip()).toString()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
