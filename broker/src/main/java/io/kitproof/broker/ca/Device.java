package io.kitproof.broker.ca;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * What a device needs to be known: {@code client.cer} and {@code privkey.cer} of a kit.
 *
 * @param certificatePem its certificate
 * @param privateKeyPem its private key, PKCS#1 as AWS IoT hands it out
 * @param principal SHA-256 of the certificate's DER in hex, which is AWS's certificate id
 */
public record Device(String certificatePem, String privateKeyPem, String principal) {

  /** The common name on every certificate that AWS IoT makes. */
  public static final String AWS_COMMON_NAME = "AWS IoT Certificate";

  public X509Certificate certificate() {
    return Pem.certificate(certificatePem);
  }

  public PrivateKey privateKey() {
    return Pem.privateKey(privateKeyPem);
  }

  /** The public half of the key, which AWS IoT hands out as well. */
  public String publicKeyPem() {
    return Pem.of(certificate().getPublicKey());
  }

  /** Key and certificate for ordinary Java clients, in memory, with an empty password. */
  public KeyStore keyStore() {
    return Pem.holding(privateKey(), certificate());
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "device " + principal;
  }
}
