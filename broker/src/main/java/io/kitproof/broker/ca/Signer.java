package io.kitproof.broker.ca;

import io.kitproof.broker.ca.CertificateAuthority.ServerIdentity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates in the name of one authority. */
final class Signer {

  private static final Instant LAST_MOMENT = Instant.parse("2049-12-31T23:59:59Z");
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final int SERIAL_BITS = 159;

  /** Some 40 bytes each. */
  private static final int NAMES_OF_A_LARGE_ONE = 16;

  private final X500Name name;
  private final PrivateKey key;
  private final PublicKey publicKey;
  private final X509Certificate certificate;
  private final SecureRandom random = new SecureRandom();

  private Signer(X500Name name, KeyPair keys) throws GeneralSecurityException, CertIOException {
    this.name = name;
    this.key = keys.getPrivate();
    this.publicKey = keys.getPublic();
    JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
    X509v3CertificateBuilder root =
        blank(name, keys.getPublic(), LAST_MOMENT)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
            .addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
            .addExtension(
                Extension.subjectKeyIdentifier,
                false,
                ids.createSubjectKeyIdentifier(keys.getPublic()));
    this.certificate = signed(root);
  }

  private Signer(X509Certificate root, PrivateKey key) throws CertificateEncodingException {
    this.name = new JcaX509CertificateHolder(root).getSubject();
    this.key = key;
    this.publicKey = root.getPublicKey();
    this.certificate = root;
  }

  /** The signer with this root certificate and its key. */
  static Signer of(X509Certificate root, PrivateKey key) {
    try {
      return new Signer(root, key);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("The root certificate has no encoding.", e);
    }
  }

  PrivateKey key() {
    return key;
  }

  static Signer selfSigned(String commonName, KeyPair keys) {
    try {
      return new Signer(new X500Name("O=Kitproof,CN=" + commonName), keys);
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("Cannot sign the root certificate " + commonName + ".", e);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  ServerIdentity server(String region, KeyPair keys) {
    return server(domain(region), keys, LAST_MOMENT, 0);
  }

  /** The same with something wrong; that this authority is unknown is its caller's affair. */
  ServerIdentity server(String region, KeyPair keys, ServerFlaw flaw) {
    return switch (flaw) {
      case WRONG_NAME -> server("iot." + region + ".example.com", keys, LAST_MOMENT, 0);
      case EXPIRED -> server(domain(region), keys, Instant.now().minus(ONE_DAY), 0);
      case OVERSIZED -> server(domain(region), keys, LAST_MOMENT, NAMES_OF_A_LARGE_ONE);
      case UNKNOWN_AUTHORITY -> server(region, keys);
    };
  }

  private static String domain(String region) {
    return "iot." + region + ".amazonaws.com";
  }

  private ServerIdentity server(String domain, KeyPair keys, Instant until, int moreNames) {
    String wildcard = "*." + domain;
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, wildcard));
    names.add(new GeneralName(GeneralName.dNSName, "data." + domain));
    if (domain.endsWith("amazonaws.com")) {
      names.add(new GeneralName(GeneralName.dNSName, "localhost"));
      names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
      names.add(new GeneralName(GeneralName.iPAddress, "::1"));
    }
    for (int i = 0; i < moreNames; i++) {
      names.add(new GeneralName(GeneralName.dNSName, "another-" + i + "." + domain));
    }
    try {
      X509v3CertificateBuilder server =
          leaf(named(wildcard), keys.getPublic(), KeyPurposeId.id_kp_serverAuth, until)
              .addExtension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(names.toArray(new GeneralName[0])));
      return new ServerIdentity(keys.getPrivate(), List.of(signed(server)));
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("Cannot sign a certificate for " + wildcard + ".", e);
    }
  }

  X509Certificate device(X500Name subject, PublicKey publicKeyOfDevice) {
    try {
      return signed(leaf(subject, publicKeyOfDevice, KeyPurposeId.id_kp_clientAuth, LAST_MOMENT));
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("Cannot sign a certificate for " + subject + ".", e);
    }
  }

  static X500Name named(String commonName) {
    return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
  }

  private X509v3CertificateBuilder leaf(
      X500Name subject, PublicKey of, KeyPurposeId purpose, Instant until)
      throws GeneralSecurityException, CertIOException {
    return blank(subject, of, until)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
        .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(publicKey));
  }

  private X509v3CertificateBuilder blank(X500Name subject, PublicKey of, Instant until) {
    // A day back: the clock of another machine may be behind ours.
    Instant today = Instant.now();
    Date from = Date.from((until.isBefore(today) ? until : today).minus(ONE_DAY));
    BigInteger serial = new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
    return new JcaX509v3CertificateBuilder(name, serial, from, Date.from(until), subject, of);
  }

  private X509Certificate signed(X509v3CertificateBuilder unsigned)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(unsigned.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
