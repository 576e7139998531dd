package io.kitproof.broker.ca;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * An authority that signs for servers and devices. Its key is made in the background from the
 * moment it is created, so creating one takes no time and the first use waits for it; keep one for
 * many clouds and they start at once.
 */
public final class CertificateAuthority {

  private final KeyForge own;
  private final KeyForge devices;
  private final CompletableFuture<Signer> signer;
  private final Map<String, CompletableFuture<ServerIdentity>> servers = new ConcurrentHashMap<>();
  private final Queue<CompletableFuture<KeyPair>> ahead = new ConcurrentLinkedQueue<>();
  private @Nullable CompletableFuture<KeyPair> serverKeys;

  private CertificateAuthority(KeyForge own, KeyForge devices, CompletableFuture<Signer> signer) {
    this.own = own;
    this.devices = devices;
    this.signer = signer;
  }

  /** A new authority with keys of its own; nothing that trusts another one trusts it. */
  public static CertificateAuthority create(String commonName) {
    return create(commonName, KeyForge.fresh(), KeyForge.fresh());
  }

  /**
   * A new authority whose keys, and those of the servers and devices it signs for, were made by an
   * earlier process that used this folder, or are made and kept there: for kits and clouds of one
   * process, which then start at once. What another process makes of the same folder has the same
   * keys, and trusts it.
   */
  public static CertificateAuthority create(String commonName, Path keys) {
    return create(
        commonName,
        KeyForge.keeping(keys.resolve("authority")),
        KeyForge.keeping(keys.resolve("devices")));
  }

  private static CertificateAuthority create(String commonName, KeyForge own, KeyForge devices) {
    return new CertificateAuthority(
        own, devices, own.soon().thenApply(keys -> Signer.selfSigned(commonName, keys)));
  }

  /** The authority with this root certificate and its key. */
  static CertificateAuthority of(X509Certificate root, PrivateKey key) {
    return new CertificateAuthority(
        KeyForge.fresh(),
        KeyForge.fresh(),
        CompletableFuture.completedFuture(Signer.of(root, key)));
  }

  String privateKeyPem() {
    return Pem.of(signer.join().key());
  }

  /** Starts to make keys for this many devices, so that {@link #issue} need not. */
  @CanIgnoreReturnValue
  public CertificateAuthority prepare(int count) {
    ahead.addAll(devices.soon(count));
    return this;
  }

  /** The root certificate, what a kit has as {@code rootca.cer}. */
  public X509Certificate certificate() {
    return signer.join().certificate();
  }

  /** The root certificate as PEM text. */
  public String pem() {
    return Pem.of(certificate());
  }

  /** A trust store that holds this authority and nothing else, for ordinary Java clients. */
  public KeyStore trustStore() {
    return Pem.trusting(certificate());
  }

  /**
   * A certificate for an RSA-2048 key of its own, as AWS IoT makes them: valid to the end of 2049
   * (field dumps of real ones). AWS names all of them {@link Device#AWS_COMMON_NAME}.
   */
  public Device issue(String commonName) {
    CompletableFuture<KeyPair> prepared = ahead.poll();
    KeyPair keys = prepared == null ? devices.now() : prepared.join();
    X509Certificate certificate = signer.join().device(Signer.named(commonName), keys.getPublic());
    return new Device(Pem.of(certificate), Pem.of(keys.getPrivate()), Fingerprint.of(certificate));
  }

  /**
   * A certificate for whoever holds the key behind a signing request, valid to the end of 2049.
   *
   * @param request PKCS#10 in PEM form, with an RSA key of at least 2048 bits or one on P-256,
   *     P-384 or P-521, as AWS IoT takes them
   * @throws IllegalArgumentException if it is anything else, or not signed with its own key
   */
  public X509Certificate sign(String request) {
    SigningRequest parsed = SigningRequest.parse(request);
    return signer.join().device(parsed.subject(), parsed.publicKey());
  }

  /**
   * The identity of the cloud in a region, ready as soon as the keys are. Its name is exactly
   * {@code *.iot.<region>.amazonaws.com}, since stock 4.1 firmware compares the common name and
   * knows no alternative names; ordinary clients find the endpoint and the loopback names among
   * those.
   */
  public CompletableFuture<ServerIdentity> server(String region) {
    return servers.computeIfAbsent(
        region, r -> signer.thenCombine(serverKeys(), (by, keys) -> by.server(r, keys)));
  }

  /** An identity of the cloud in a region with something wrong; waits for the keys. */
  public ServerIdentity server(String region, ServerFlaw flaw) {
    Signer by =
        flaw == ServerFlaw.UNKNOWN_AUTHORITY
            ? Signer.selfSigned("Somebody Else", KeyForge.fresh().now())
            : signer.join();
    return by.server(region, serverKeys().join(), flaw);
  }

  /** One pair for all regions, made from the first time it is asked for: not all have a server. */
  private synchronized CompletableFuture<KeyPair> serverKeys() {
    CompletableFuture<KeyPair> keys = serverKeys;
    if (keys == null) {
      keys = own.soon();
      serverKeys = keys;
    }
    return keys;
  }

  /** Names the authority once it has its keys; never a key. */
  @Override
  public String toString() {
    @Nullable Signer ready = signer.isCompletedExceptionally() ? null : signer.getNow(null);
    return ready == null
        ? "certificate authority, its keys not made yet"
        : "certificate authority " + ready.certificate().getSubjectX500Principal();
  }

  /** What a server shows: its private key and its chain, the root left out. */
  public record ServerIdentity(PrivateKey privateKey, List<X509Certificate> chain) {

    /** Never shows the key. */
    @Override
    public String toString() {
      return "server " + chain.get(0).getSubjectX500Principal();
    }
  }
}
