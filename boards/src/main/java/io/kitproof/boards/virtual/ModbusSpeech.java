package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ModbusDialect;
import io.kitproof.boards.wire.ModbusFrame;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Modbus RTU on the wire: finds requests in whatever comes, checks the sum, keeps quiet unless it
 * is meant. What a request does is a {@link ModbusMind}'s.
 */
final class ModbusSpeech implements Speech {
  /**
   * On a line 3.5 characters end a frame; a host's scheduler may pause longer in the middle of one.
   */
  private static final long STALE_NANOS = 50_000_000;

  private static final int BROADCAST = 0;

  private final int address;
  private final ModbusDialect dialect;
  private byte[] heard = {};
  private long heardAt;

  ModbusSpeech(int address, ModbusDialect dialect) {
    if ((address < 1 || address > 247) && address != dialect.usualAddress()) {
      throw new IllegalArgumentException("No Modbus address " + address + ": they are 1 to 247.");
    }
    this.address = address;
    this.dialect = dialect;
  }

  @Override
  public void hear(byte[] bytes, Panel panel) {
    long now = System.nanoTime();
    int kept = now - heardAt > STALE_NANOS ? 0 : heard.length;
    heardAt = now;
    byte[] all = Arrays.copyOf(heard, kept + bytes.length);
    System.arraycopy(bytes, 0, all, kept, bytes.length);
    int at = 0;
    OptionalInt length = lengthAt(all, at);
    while (length.isPresent() && at + length.getAsInt() <= all.length) {
      Optional<ModbusFrame> request =
          ModbusFrame.parse(Arrays.copyOfRange(all, at, at + length.getAsInt()));
      request.ifPresent(r -> obey(r, panel));
      // No frame here: perhaps it starts one byte later, after noise.
      at += request.isPresent() ? length.getAsInt() : 1;
      length = lengthAt(all, at);
    }
    heard = Arrays.copyOfRange(all, at, all.length);
  }

  private static OptionalInt lengthAt(byte[] all, int at) {
    byte[] rest = Arrays.copyOfRange(all, at, all.length);
    return ModbusFrame.requestLength(rest, rest.length);
  }

  private void obey(ModbusFrame request, Panel panel) {
    boolean broadcast = request.address() == BROADCAST;
    if ((request.address() != address && !broadcast) || !panel.hears()) {
      return;
    }
    Optional<ModbusFrame> reply = ModbusMind.of(dialect, panel, address).obey(request);
    // Broadcasts are not answered, but for the questions of a lone board's configuration.
    reply
        .filter(r -> !broadcast || request.function() == ModbusFrame.READ_REGISTERS)
        .ifPresent(r -> panel.reply(r.bytes()));
  }
}
