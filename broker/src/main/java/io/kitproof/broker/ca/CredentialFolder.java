package io.kitproof.broker.ca;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Credentials that outlive a run, since those of a real kit are built into its firmware: an
 * authority, and a folder for each device with the three files the firmware has: {@code
 * client.cer}, {@code privkey.cer} and {@code rootca.cer}. What is missing is made and kept. Keys
 * are readable by their owner only.
 */
public final class CredentialFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:_-]{1,128}");
  private static final String COMMON_NAME = "Kitproof Root CA";

  private final Path folder;
  private final CertificateAuthority authority;

  private CredentialFolder(Path folder, CertificateAuthority authority) {
    this.folder = folder;
    this.authority = authority;
  }

  /**
   * Opens the folder, or makes it with a new authority.
   *
   * @throws UncheckedIOException if it can't be read or written
   * @throws IllegalArgumentException if a file in it is no certificate or key
   */
  public static CredentialFolder at(Path folder) {
    try {
      Files.createDirectories(folder);
      return new CredentialFolder(folder, authority(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("The credentials in " + folder + " can't be used.", e);
    }
  }

  private static CertificateAuthority authority(Path folder) throws IOException {
    Path certificate = folder.resolve("rootca.cer");
    Path key = folder.resolve("rootca.key");
    if (Files.exists(certificate) && Files.exists(key)) {
      return CertificateAuthority.of(
          Pem.certificate(Files.readString(certificate, US_ASCII)),
          Pem.privateKey(Files.readString(key, US_ASCII)));
    }
    CertificateAuthority fresh = CertificateAuthority.create(COMMON_NAME);
    keepPrivate(key, fresh.privateKeyPem());
    Files.writeString(certificate, fresh.pem(), US_ASCII);
    return fresh;
  }

  /** The authority that signs for servers and devices of this folder. */
  public CertificateAuthority authority() {
    return authority;
  }

  /**
   * The credentials of that device, made at the first time.
   *
   * @param name letters, digits, {@code : _ -}: it names a folder
   * @throws IllegalArgumentException if the name can't be a folder's
   */
  public Device device(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" can't name a folder of credentials.");
    }
    Path own = folder.resolve(name);
    try {
      return Files.exists(own.resolve("client.cer")) ? known(own) : fresh(own);
    } catch (IOException e) {
      throw new UncheckedIOException("The credentials in " + own + " can't be used.", e);
    }
  }

  private static Device known(Path own) throws IOException {
    String certificate = Files.readString(own.resolve("client.cer"), US_ASCII);
    String key = Files.readString(own.resolve("privkey.cer"), US_ASCII);
    return new Device(certificate, key, Fingerprint.of(Pem.certificate(certificate)));
  }

  private Device fresh(Path own) throws IOException {
    Device device = authority.issue(Device.AWS_COMMON_NAME);
    Files.createDirectories(own);
    keepPrivate(own.resolve("privkey.cer"), device.privateKeyPem());
    Files.writeString(own.resolve("rootca.cer"), authority.pem(), US_ASCII);
    Files.writeString(own.resolve("client.cer"), device.certificatePem(), US_ASCII);
    return device;
  }

  private static void keepPrivate(Path file, String pem) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(file, pem, US_ASCII);
  }
}
