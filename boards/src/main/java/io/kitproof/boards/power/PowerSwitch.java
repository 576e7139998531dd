package io.kitproof.boards.power;

import io.kitproof.boards.RigException;
import io.kitproof.boards.relay.RelayBoard;
import io.kitproof.boards.relay.RelayListener;
import java.net.URI;
import java.util.BitSet;
import java.util.Optional;

/**
 * Something that feeds kits and can be told not to. Its channels count from 0 whatever is printed
 * on it. For supplies only: a command takes 20 to 500 ms over Wi-Fi, too long and too uneven for a
 * button.
 */
public interface PowerSwitch extends AutoCloseable {
  /**
   * A device with Tasmota: channel 0 is its {@code Power1}. Read back.
   *
   * @param url such as {@code http://192.168.1.40}
   */
  static PowerSwitch tasmota(String part, URI url, Optional<Login> login) {
    HttpTalk talk = new HttpTalk(part, url);
    return new Supply(new TasmotaOutlets(talk, login), talk);
  }

  /**
   * A Shelly: channel 0 is its relay or switch 0. Read back; it times a cycle of whole seconds
   * itself.
   *
   * @param generation 1, or 2 for all later ones
   * @param login of generation 1 only
   */
  static PowerSwitch shelly(String part, URI url, int generation, Optional<Login> login) {
    HttpTalk talk = new HttpTalk(part, url);
    Outlets outlets = generation == 1 ? new ShellyRelays(talk, login) : new ShellySwitches(talk);
    return new Supply(outlets, talk);
  }

  /**
   * A power distribution unit behind PDUDaemon: channel 0 is its port 1. Not read back: the daemon
   * says that it has taken the command, not that the unit has obeyed.
   *
   * @param hostname the unit's name in the daemon's settings
   */
  static PowerSwitch pduDaemon(String part, URI url, String hostname) {
    HttpTalk talk = new HttpTalk(part, url);
    return new Supply(new PduOutlets(talk, hostname), talk);
  }

  /**
   * Ports of a USB hub, switched by the program uhubctl: channel 0 is port 1. Read back.
   *
   * @param program its name, or its path
   * @param hub its location, such as {@code 1-1.4}
   */
  static PowerSwitch uhubctl(String part, String program, String hub) {
    return new Supply(new HubPorts(part, program, hub), () -> {});
  }

  /**
   * Its outlets as contacts, those that feed something opened: the others are somebody else's and
   * stay as they are. Closed with this switch at the latest.
   *
   * @throws RigException when it can't be reached or does not do it
   */
  RelayBoard relays(String name, int channels, BitSet fed, RelayListener listener);

  /**
   * Asks which of these outlets give power, and switches none.
   *
   * @return empty when the switch is there and does not tell
   * @throws RigException when it can't be reached, does not answer or wants another login
   */
  Optional<BitSet> feeding(BitSet channels);

  /** Gives power to all it feeds, and ends its connections. */
  @Override
  void close();
}
