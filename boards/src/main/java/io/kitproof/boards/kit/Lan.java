package io.kitproof.boards.kit;

import io.kitproof.boards.kit.config.ScannedAp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the Wi-Fi of virtual kits reaches: an access point, its DHCP server, DNS names and what is
 * behind them. Every part can be switched while kits are running; several kits may share one.
 */
public final class Lan {
  /** The MQTT port of AWS IoT. */
  public static final int MQTT_PORT = 8883;

  /** The port of AWS IoT where devices ask over HTTPS. */
  public static final int HTTPS_PORT = 8443;

  private static final int RSSI = -54;
  private static final int CHANNEL = 1;
  private static final String BSSID = "001018A1B2C3";
  private static final String DOTTED = "\\d{1,3}(\\.\\d{1,3}){3}";

  private record Host(String ip, Map<Integer, InetSocketAddress> behind) {}

  private final Air air = new Air();
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Map<String, String> leases = new LinkedHashMap<>();
  private String ssid;
  private String passphrase;
  private boolean dhcp = true;
  private boolean dns = true;
  private int addresses;

  private Lan(String ssid, String passphrase) {
    this.ssid = ssid;
    this.passphrase = passphrase;
  }

  /** An access point with DHCP and DNS, and no host yet. */
  public static Lan of(String ssid, String passphrase) {
    return new Lan(ssid, passphrase);
  }

  /** The access point that the images of the course are built for. */
  public static Lan course() {
    return of(FirmwareImage.Wifi.COURSE.ssid(), FirmwareImage.Wifi.COURSE.passphrase());
  }

  /** Changes what the access point is called and accepts, for whoever joins from now on. */
  public synchronized void accessPoint(String ssid, String passphrase) {
    this.ssid = ssid;
    this.passphrase = passphrase;
  }

  /**
   * Makes a DNS name known that has a broker only. Kits that connect to port 8883 of it reach this
   * address instead; asked again, new connections go to the new address.
   */
  public void host(String name, InetSocketAddress mqtt) {
    host(name, Map.of(MQTT_PORT, mqtt));
  }

  /** The same for a name that has both, a broker and at port 8443 a web service. */
  public void host(String name, InetSocketAddress mqtt, InetSocketAddress https) {
    host(name, Map.of(MQTT_PORT, mqtt, HTTPS_PORT, https));
  }

  private synchronized void host(String name, Map<Integer, InetSocketAddress> behind) {
    Host known = hosts.get(key(name));
    String ip = known == null ? "52.6.1." + (2 + addresses++) : known.ip;
    hosts.put(key(name), new Host(ip, behind));
  }

  /** Takes a DNS name away; connections that exist go on. */
  public synchronized void forget(String name) {
    hosts.remove(key(name));
  }

  /** Whether the DHCP server answers. */
  public synchronized void dhcp(boolean answers) {
    dhcp = answers;
  }

  /** Whether the DNS servers answer. */
  public synchronized void dns(boolean answers) {
    dns = answers;
  }

  /**
   * Whether there is radio contact. Without it nobody joins, and nothing passes on connections that
   * exist; when it comes back, what was on its way arrives, as with TCP.
   */
  public void wifi(boolean up) {
    air.set(up);
  }

  /** Whether an access point like this is there and accepts the passphrase. */
  synchronized boolean admits(FirmwareImage.Wifi wifi) {
    return air.up()
        && wifi.ssid().equals(ssid)
        && wifi.security() == FirmwareImage.Wifi.WPA2_AES
        && wifi.passphrase().equals(passphrase);
  }

  /** What a station hears of access points. */
  synchronized List<ScannedAp> scan() {
    return air.up()
        ? List.of(new ScannedAp(ssid, FirmwareImage.Wifi.WPA2_AES, "WPA2", RSSI, CHANNEL, BSSID))
        : List.of();
  }

  /** The address for this station, the same one each time it asks; nothing without DHCP. */
  synchronized Optional<String> lease(String mac) {
    return dhcp && air.up()
        ? Optional.of(leases.computeIfAbsent(mac, m -> "192.168.1." + (57 + leases.size())))
        : Optional.empty();
  }

  /** The IPv4 address of a name; a dotted address is its own. Nothing when nobody answers. */
  synchronized Optional<String> resolve(String name) {
    if (name.matches(DOTTED)) {
      return Optional.of(name);
    }
    return dns && air.up()
        ? Optional.ofNullable(hosts.get(key(name))).map(Host::ip)
        : Optional.empty();
  }

  /**
   * A TCP connection.
   *
   * @throws NoRouteToHostException if nothing answers, which a kit notices by its timeout
   * @throws IOException if the connection is refused
   */
  RadioSocket connect(String ip, int port) throws IOException {
    Map<Integer, InetSocketAddress> ports = ports(ip);
    if (ports.isEmpty() || !air.up()) {
      throw new NoRouteToHostException(ip);
    }
    InetSocketAddress behind = ports.get(port);
    if (behind == null) {
      throw new ConnectException("%s has no port %d".formatted(ip, port));
    }
    RadioSocket socket = new RadioSocket(air);
    try {
      socket.connect(behind);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.cut();
      throw e;
    }
  }

  private synchronized Map<Integer, InetSocketAddress> ports(String ip) {
    return hosts.values().stream()
        .filter(host -> host.ip.equals(ip))
        .map(Host::behind)
        .findFirst()
        .orElse(Map.of());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
