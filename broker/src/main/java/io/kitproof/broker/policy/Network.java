package io.kitproof.broker.policy;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses in CIDR notation, or one address. */
record Network(byte[] address, int prefix) implements Demand {

  private static final int MAPPED = 12;
  private static final int V6 = 16;

  /**
   * @throws IllegalArgumentException if it is no range
   */
  static Network of(String cidr) {
    int slash = cidr.indexOf('/');
    byte[] address = bytes(slash < 0 ? cidr : cidr.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException("no IP address");
    }
    int bits = address.length * 8;
    int prefix = slash < 0 ? bits : prefix(cidr.substring(slash + 1));
    if (prefix > bits) {
      throw new IllegalArgumentException("a prefix longer than the address");
    }
    return new Network(address, prefix);
  }

  @Override
  public boolean matches(String given, Variables known, boolean open) {
    byte[] other = bytes(given);
    if (other == null || other.length != address.length) {
      return false;
    }
    for (int i = 0; i * 8 < prefix; i++) {
      int mask = prefix - i * 8 >= 8 ? 0xFF : 0xFF << (8 - (prefix - i * 8));
      if (((address[i] ^ other[i]) & mask & 0xFF) != 0) {
        return false;
      }
    }
    return true;
  }

  private static int prefix(String digits) {
    if (!digits.matches("\\d{1,3}")) {
      throw new IllegalArgumentException("no prefix length");
    }
    return Integer.parseInt(digits);
  }

  /** Null if it is no address. Never asks a name server. A mapped IPv4 address is IPv4. */
  private static byte @Nullable [] bytes(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    return bytes != null && bytes.length == V6 && mapped(bytes)
        ? java.util.Arrays.copyOfRange(bytes, MAPPED, V6)
        : bytes;
  }

  private static boolean mapped(byte[] bytes) {
    for (int i = 0; i < MAPPED; i++) {
      if (bytes[i] != (i < 10 ? 0 : (byte) 0xFF)) {
        return false;
      }
    }
    return true;
  }
}
