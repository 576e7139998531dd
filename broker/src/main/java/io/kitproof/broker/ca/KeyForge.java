package io.kitproof.broker.ca;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Makes RSA-2048 key pairs, about 0.1 s each, on threads of its own that end with their work. RSA
 * because the stock firmware has no other signature check (facts of BESL 4.1).
 */
final class KeyForge {

  private static final int BITS = 2048;

  private final Supplier<KeyPair> source;

  private KeyForge(Supplier<KeyPair> source) {
    this.source = source;
  }

  /** Makes each pair anew. */
  static KeyForge fresh() {
    return new KeyForge(KeyForge::make);
  }

  /** Takes those of a folder, and makes what is not there yet. */
  static KeyForge keeping(Path folder) {
    return new KeyForge(KeyShelf.at(folder, KeyForge::make));
  }

  private static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no RSA key generator.", e);
    }
  }

  KeyPair now() {
    return source.get();
  }

  CompletableFuture<KeyPair> soon() {
    return soon(1).get(0);
  }

  /** Starts making {@code count} pairs, one after the other, on one thread. */
  List<CompletableFuture<KeyPair>> soon(int count) {
    List<CompletableFuture<KeyPair>> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new CompletableFuture<>());
    }
    Thread forge = new Thread(() -> pairs.forEach(this::fill), "kitproof-keys");
    forge.setDaemon(true);
    forge.start();
    return pairs;
  }

  private void fill(CompletableFuture<KeyPair> pair) {
    try {
      pair.complete(now());
    } catch (RuntimeException | Error e) {
      pair.completeExceptionally(e);
    }
  }
}
