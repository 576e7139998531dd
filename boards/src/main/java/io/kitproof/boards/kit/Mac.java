package io.kitproof.boards.kit;

import java.util.Locale;

/**
 * A kit's MAC address: the maker's prefix, the rest from the kit's name, so that it is the same in
 * each run and no two kits of a bench share one.
 */
record Mac(int low) {
  private static final int PREFIX = 0xAC9F05;
  private static final int UNIVERSAL_BIT = 0x020000;

  static Mac of(String kit) {
    return new Mac(kit.hashCode() & 0xFFFFFF);
  }

  /** As {@code AC:9F:05:3C:34:8A}. */
  String text() {
    return String.format(Locale.ROOT, "%06X%06X", PREFIX, low).replaceAll("..(?=.)", "$0:");
  }

  /** The link-local IPv6 address made from it (EUI-64), all groups in full. */
  String ipv6() {
    String eui64 = String.format(Locale.ROOT, "%06XFFFE%06X", PREFIX ^ UNIVERSAL_BIT, low);
    return "FE80:0000:0000:0000:" + eui64.replaceAll("....(?=.)", "$0:");
  }

  /** The address it gives itself without DHCP (AUTO_IP). */
  String autoIp() {
    return String.format(Locale.ROOT, "169.254.%d.%d", 1 + (low >> 8 & 0xFF) % 254, low & 0xFF);
  }
}
