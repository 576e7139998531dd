package io.kitproof.broker.ca;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * only. One process has a different one each time, up to {@link #SIZE}. Several may use a folder at
 * once; what can't be read or kept there is made anew.
 */
final class KeyShelf implements Supplier<KeyPair> {
  private static final int SIZE = 64;

  private final Path folder;
  private final Supplier<KeyPair> forge;
  private final AtomicInteger taken = new AtomicInteger();

  KeyShelf(Path folder, Supplier<KeyPair> forge) {
    this.folder = folder;
    this.forge = forge;
  }

  @Override
  public KeyPair get() {
    Path file = folder.resolve(Math.floorMod(taken.getAndIncrement(), SIZE) + ".key");
    try {
      return pair(Pem.privateKey(Files.readString(file, US_ASCII)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException none) {
      return keep(file, forge.get());
    }
  }

  private static KeyPair pair(PrivateKey key) throws GeneralSecurityException {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new GeneralSecurityException("The key does not say what its public one is.");
    }
    RSAPublicKeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
    return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(spec), key);
  }

  /** A reader finds a whole key or none. */
  private KeyPair keep(Path file, KeyPair keys) {
    try {
      Path whole = Files.createTempFile(folder, "key", ".new");
      try {
        Files.writeString(whole, Pem.of(keys.getPrivate()), US_ASCII);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException notKept) {
      // The next process makes its own again, a little later.
      return keys;
    }
    return keys;
  }
}
