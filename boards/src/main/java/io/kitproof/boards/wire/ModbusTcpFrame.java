package io.kitproof.boards.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Modbus frame as it goes over TCP: {@code transaction 0000 length unit function data}, no
 * checksum. Source: Modbus Messaging on TCP/IP 1.0b, 3.1.3.
 *
 * @param transaction 0 to 65535, chosen by the client and given back
 */
public record ModbusTcpFrame(int transaction, ModbusFrame frame) {
  private static final int HEADER = 6;
  private static final int LEAST = 2;
  private static final int MOST = 254;

  /** Header and frame. */
  public byte[] bytes() {
    byte[] data = frame.data();
    return ByteBuffer.allocate(HEADER + LEAST + data.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (LEAST + data.length))
        .put((byte) frame.address())
        .put((byte) frame.function())
        .put(data)
        .array();
  }

  /** Bytes of the whole frame that starts there; empty while too few have come, or for ever. */
  public static OptionalInt length(byte[] bytes, int at, int count) {
    if (count - at < HEADER) {
      return OptionalInt.empty();
    }
    int protocol = word(bytes, at + 2);
    int length = word(bytes, at + 4);
    boolean right = protocol == 0 && length >= LEAST && length <= MOST;
    return right && count - at >= HEADER + length
        ? OptionalInt.of(HEADER + length)
        : OptionalInt.empty();
  }

  /** Reads the frame that starts there, if it is whole. */
  public static Optional<ModbusTcpFrame> parse(byte[] bytes, int at, int count) {
    OptionalInt length = length(bytes, at, count);
    if (length.isEmpty()) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(bytes, at + HEADER + LEAST, at + length.getAsInt());
    ModbusFrame frame =
        new ModbusFrame(bytes[at + HEADER] & 0xFF, bytes[at + HEADER + 1] & 0xFF, data);
    return Optional.of(new ModbusTcpFrame(word(bytes, at), frame));
  }

  /** The frame of that transaction; answers to others, which came too late, are passed over. */
  public static Optional<ModbusTcpFrame> find(byte[] bytes, int count, int transaction) {
    int at = 0;
    Optional<ModbusTcpFrame> next = parse(bytes, at, count);
    while (next.isPresent() && next.get().transaction() != transaction) {
      at += length(bytes, at, count).orElseThrow();
      next = parse(bytes, at, count);
    }
    return next;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
