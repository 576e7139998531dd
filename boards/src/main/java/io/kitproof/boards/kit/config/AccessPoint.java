package io.kitproof.boards.kit.config;

/** What {@code /connect} was told, lengths unchecked as on the kit. */
record AccessPoint(String ssid, int security, String passphrase) {
  private static final int PREFIX = 4;

  /**
   * Reads {@code as0}, {@code at0}, {@code ap0} in any order, for whichever slot 0 to 4, up to the
   * first parameter that is none of them.
   *
   * @throws ServerCrash if the URL has no query
   */
  static AccessPoint of(Query query) {
    AccessPoint chosen = new AccessPoint("", 0, "");
    for (String part : query.parts()) {
      if (part.length() < PREFIX
          || part.charAt(0) != 'a'
          || part.charAt(2) < '0'
          || part.charAt(2) > '4'
          || part.charAt(PREFIX - 1) != '=') {
        break;
      }
      String value = part.substring(PREFIX);
      switch (part.charAt(1)) {
        case 's' -> chosen = new AccessPoint(value, chosen.security, chosen.passphrase);
        case 't' -> chosen = new AccessPoint(chosen.ssid, UrlText.number(value), chosen.passphrase);
        case 'p' -> chosen = new AccessPoint(chosen.ssid, chosen.security, value);
        default -> {
          return chosen;
        }
      }
    }
    return chosen;
  }
}
