package io.kitproof.boards.kit.tls;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Just enough DER to put an RSA key of AWS (PKCS#1) into the envelope that Java reads (PKCS#8). */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  /** INTEGER 0, then the algorithm: OID 1.2.840.113549.1.1.1 (rsaEncryption) with NULL. */
  private static final byte[] VERSION_AND_RSA =
      HexFormat.of().parseHex("020100" + "300d06092a864886f70d0101010500");

  private Der() {}

  static byte[] rsaToPkcs8(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(VERSION_AND_RSA);
    inner.writeBytes(tagged(OCTET_STRING, pkcs1));
    return tagged(SEQUENCE, inner.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 128) {
      out.write(content.length);
    } else {
      int bytes = content.length < 256 ? 1 : content.length < 65536 ? 2 : 3;
      out.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write(content.length >> (8 * i));
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
