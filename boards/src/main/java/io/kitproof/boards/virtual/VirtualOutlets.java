package io.kitproof.boards.virtual;

import java.util.List;

/**
 * A power switch on the network that is not there: an HTTP server on loopback with the paths and
 * the JSON of its family. All outlets give power at first. Channels count from 0. Whoever starts it
 * closes it.
 */
public interface VirtualOutlets extends AutoCloseable {
  /**
   * A device with Tasmota.
   *
   * @param password of the user {@code admin}; empty for none
   */
  static VirtualOutlets tasmota(String name, int channels, String password) {
    return HttpOutlets.start(name, channels, new TasmotaSpeech(password));
  }

  /**
   * A Shelly of the first generation.
   *
   * @param password of the user {@code admin}; empty for none
   */
  static VirtualOutlets shellyGen1(String name, int channels, String password) {
    return HttpOutlets.start(name, channels, new ShellyRelaySpeech(password));
  }

  /** A Shelly of the second generation or later. */
  static VirtualOutlets shellyGen2(String name, int channels) {
    return HttpOutlets.start(name, channels, new ShellySwitchSpeech());
  }

  /** A PDUDaemon with one unit. */
  static VirtualOutlets pduDaemon(String name, String hostname, int channels) {
    return HttpOutlets.start(name, channels, new PduSpeech(hostname));
  }

  /** Where it is, such as {@code http://127.0.0.1:16421}. */
  String url();

  /** Whether an outlet gives power. */
  boolean feeds(int channel);

  /** Feeds a net: high while the outlet gives power. */
  void wire(int channel, Net net);

  /**
   * From now on it has these faults and no others. A stuck outlet that is closed is one that stays
   * off.
   */
  void misbehave(Faults faults);

  /** From now on it answers everything with this text; the outlets still obey. */
  void answerWith(String text);

  /** From now on its connection breaks in the middle of each answer. */
  void breakAnswers();

  /** The requests so far, each as {@code GET /relay/0?turn=on} or with its body after it. */
  List<String> heard();

  /** Stops to listen; a second time does nothing. */
  @Override
  void close();
}
