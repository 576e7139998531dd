package io.kitproof.boards.kit.mqtt;

import java.io.IOException;
import java.util.List;

/** How one connection's segments become packets: where the generations of the library differ. */
interface Framing {
  /**
   * The packets that are complete with this segment, in the order they came.
   *
   * @throws IOException if what comes cannot be MQTT, or is more than a kit has room for
   */
  List<Inbound> take(byte[] segment) throws IOException;

  /** WICED 4.1: what is not the first packet of a segment, and whole in it, is lost. */
  static Framing perSegment() {
    return segment -> Inbound.first(segment).stream().toList();
  }
}
