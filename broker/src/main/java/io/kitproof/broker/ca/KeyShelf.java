package io.kitproof.broker.ca;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * RSA key pairs that a process made once and later ones take again, a file each, for their owner
 * only. One process has a different one each time, {@link #SIZE} times, and begins again then.
 * Several may use a folder at once; what can't be read or kept there is made anew.
 */
final class KeyShelf implements Supplier<KeyPair> {
  /** More than any bench has kits, so that those of one bench differ. */
  static final int SIZE = 64;

  private static final String UNFINISHED = ".new";

  private final Path folder;
  private final Supplier<KeyPair> forge;
  private final AtomicInteger taken = new AtomicInteger();

  private KeyShelf(Path folder, Supplier<KeyPair> forge) {
    this.folder = folder;
    this.forge = forge;
  }

  /** One in that folder, which is made for its owner alone. */
  static KeyShelf at(Path folder, Supplier<KeyPair> forge) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      sweep(folder);
    } catch (IOException unusable) {
      // Then each key is made anew.
    }
    return new KeyShelf(folder, forge);
  }

  /** Whoever was killed may have left half a key; whoever is at work makes his again. */
  private static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public KeyPair get() {
    Path file = folder.resolve(Math.floorMod(taken.getAndIncrement(), SIZE) + ".key");
    try {
      return pair(read(file));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException none) {
      KeyPair made = forge.get();
      keep(file, made.getPrivate());
      return made;
    }
  }

  /** Only a file is read: a pipe would never end. */
  private static PrivateKey read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is no file.");
    }
    return Pem.privateKey(Files.readString(file, US_ASCII));
  }

  private static KeyPair pair(PrivateKey key) throws GeneralSecurityException {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new GeneralSecurityException("The key does not say what its public one is.");
    }
    RSAPublicKeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
    return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(spec), key);
  }

  /** A reader finds a whole key or none. */
  private void keep(Path file, PrivateKey key) {
    try {
      Path whole = Files.createTempFile(folder, "key", UNFINISHED);
      try {
        Files.writeString(whole, Pem.of(key), US_ASCII);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException notKept) {
      // The next process makes its own again, a little later.
    }
  }
}
