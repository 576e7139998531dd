package io.kitproof.boards.kit;

/**
 * What the system of one profile prints where another prints something else (kits.md 1.0 and
 * section 6). Where the apps differ in more than words, they are classes of their own.
 *
 * @param banner the first lines, an empty one before them
 * @param chip all about the radio, with the MAC address to fill in
 * @param ipv6First whether the link-local address comes before DHCP
 */
record Speech(String banner, String chip, boolean ipv6First) {
  static Speech of(Profile profile) {
    return switch (profile) {
      case WICED41 -> new Speech(banner("v4.1.0", "v5.6", "v5.7_sp2"), Transcript.WLAN, false);
      // Its sources give the name look-up an interface, as of 5.0.
      case CLASS2017 -> new Speech(banner("v5.0.0", "v5.6", "v5.7_sp2"), Transcript.WLAN, false);
      case CLASS2019 ->
          new Speech(
              banner("vWiced_006.002.000.0072", "v5.8", "v5.10_sp3"),
              Transcript.WLAN + Transcript.WLAN_CLM,
              true);
    };
  }

  private static String banner(String wiced, String threads, String network) {
    return Transcript.BANNER.formatted(wiced, threads, network);
  }
}
