package io.kitproof.boards.kit.config;

import java.util.List;

/**
 * The kit as its configuration page sees and changes it (kits.md section 2). Whatever it is told,
 * it keeps without a look at it, as the kit does.
 */
public interface ConfigTarget {
  /** Whether its server takes requests in any number of packets, as that of WICED 6 does. */
  default boolean reassembles() {
    return false;
  }

  /** The thing's name, {@code lightbulb} until it is changed. */
  String thing();

  /** Keeps another name, as {@code mode=set} does. */
  void thing(String name);

  /**
   * Keeps certificate and key; both uploads are complete. The arrays are not copied: whoever gives
   * them leaves them alone afterwards.
   */
  void credentials(byte[] certificate, byte[] key);

  /** Keeps the access point that is joined after the restart, in slot 0. */
  void accessPoint(String ssid, int security, String passphrase);

  /**
   * The kit counts as configured: its own access point stops and it restarts. Returns at once; the
   * answer to the request is to be on its way by then.
   */
  void connect();

  /** The access points in reach; a name may come several times, a hidden one is empty. */
  List<ScannedAp> scan();

  /** Prints a line, given without its end, on the console. */
  void print(String line);
}
