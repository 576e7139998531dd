package io.kitproof.broker.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * What somebody asks to have certified.
 *
 * @param subject as in the request; AWS's usual one if the request has none
 * @param publicKey whose private half has signed the request
 */
record SigningRequest(X500Name subject, PublicKey publicKey) {

  private static final int MIN_RSA_BITS = 2048;
  private static final Set<Integer> CURVE_BITS = Set.of(256, 384, 521);

  /**
   * @throws IllegalArgumentException if the text is no request that AWS IoT would take
   */
  static SigningRequest parse(String pem) {
    Read read = read(pem);
    if (!read.signed) {
      throw new IllegalArgumentException("The request is not signed with its own key.");
    }
    if (!strong(read.key)) {
      throw new IllegalArgumentException(
          "The key is neither RSA of at least 2048 bits nor on P-256, P-384 or P-521.");
    }
    boolean nameless = read.subject.getRDNs().length == 0;
    return new SigningRequest(
        nameless ? Signer.named(Device.AWS_COMMON_NAME) : read.subject, read.key);
  }

  private record Read(X500Name subject, PublicKey key, boolean signed) {}

  /** Bouncy Castle answers wrong bytes with whatever exception they lead to. */
  private static Read read(String pem) {
    try {
      JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(Pem.der(pem));
      PublicKey key = request.getPublicKey();
      return new Read(
          request.getSubject(),
          key,
          request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)));
    } catch (IOException
        | GeneralSecurityException
        | OperatorCreationException
        | PKCSException
        | RuntimeException e) {
      throw new IllegalArgumentException("Not a signing request in PEM form (PKCS#10).", e);
    }
  }

  private static boolean strong(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }
    return key instanceof ECPublicKey ec
        && CURVE_BITS.contains(ec.getParams().getCurve().getField().getFieldSize());
  }
}
