package io.kitproof.boards.family;

import io.kitproof.boards.family.Inbox.Framing;
import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How Modbus frames travel. */
interface ModbusLink {
  /**
   * A request on its way, and how its answer is known.
   *
   * @param shown its bytes as errors show them
   */
  record Sent(
      byte[] bytes, String shown, Framing framing, Function<byte[], Optional<ModbusFrame>> parse) {}

  /** Of a serial line. */
  int baud();

  Duration spacing();

  Duration exchangeTime();

  void resync(Dialog dialog);

  Sent send(ModbusFrame request);
}
