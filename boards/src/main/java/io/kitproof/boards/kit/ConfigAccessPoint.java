package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import io.kitproof.boards.kit.config.ConfigPage.Served;
import io.kitproof.boards.kit.config.ConfigTarget;
import io.kitproof.boards.kit.config.ScannedAp;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access point of a shadow that is not configured, and the page it serves there. */
final class ConfigAccessPoint implements Runnable, ConfigTarget {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigAccessPoint.class);

  /** CONFIG_AP_PASSPHRASE in wifi_config_dct.h, the same for all classes. */
  private static final String PASSWORD = "12345678";

  private static final String IP = "192.168.0.1";

  private final Board board;
  private final Profile profile;
  private final String ssid;
  private final Semaphore connect = new Semaphore(0);

  ConfigAccessPoint(Board board, Profile profile, String ssid) {
    this.board = board;
    this.profile = profile;
    this.ssid = ssid;
  }

  /** Serves until somebody says connect; the kit is configured then. */
  @Override
  public void run() {
    board.print(Transcript.IPV4.formatted(IP));
    board.print(Transcript.IPV6.formatted(board.mac().ipv6()));
    Served page = board.page().serve(this);
    try {
      // The source prints the box first. On a kit a line takes milliseconds to reach its reader.
      board.configPage(new OpenPage(ssid, page.address()));
      board.print(Transcript.CONFIG_BOX.formatted(ssid, PASSWORD, IP));
      board.life().acquire(connect);
    } finally {
      board.configPage(null);
      close(page);
    }
    board.life().output(board.dct()::connect);
  }

  private static void close(Served page) {
    try {
      page.server().close();
    } catch (Exception e) {
      LOG.warn("The configuration page of a kit did not close", e);
    }
  }

  /** As of WICED 6 (kits.md section 6). */
  @Override
  public boolean reassembles() {
    return profile == Profile.CLASS2019;
  }

  @Override
  public String thing() {
    return board.dct().thing();
  }

  @Override
  public void thing(String name) {
    whilePowered(() -> board.dct().thing(name));
  }

  @Override
  public void credentials(byte[] certificate, byte[] key) {
    whilePowered(() -> board.dct().credentials(certificate, key));
  }

  @Override
  public void accessPoint(String ssid, int security, String passphrase) {
    whilePowered(() -> board.dct().accessPoint(new Wifi(ssid, security, passphrase)));
  }

  @Override
  public void connect() {
    connect.release();
  }

  @Override
  public List<ScannedAp> scan() {
    return board.lan().scan();
  }

  @Override
  public void print(String line) {
    whilePowered(() -> board.print(line + "\n"));
  }

  /** The server has threads of its own, and does not know of power. */
  private void whilePowered(Runnable deed) {
    try {
      board.life().output(deed);
    } catch (PowerLost e) {
      LOG.trace("A kit without power was to be configured", e);
    }
  }
}
