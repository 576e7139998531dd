package io.kitproof.boards.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Modbus RTU frame, request or reply: {@code address function data crcLo crcHi}. Source: Modbus
 * over Serial Line 1.02.
 *
 * @param address 1 to 247, 0 for broadcast
 * @param function 1 to 127; replies that report an exception carry 128 more
 * @param data everything between the function and the checksum
 */
public record ModbusFrame(int address, int function, byte[] data) {
  /** Function that reads coils. */
  public static final int READ_COILS = 1;

  /** Function that reads discrete inputs. */
  public static final int READ_INPUTS = 2;

  /** Function that reads holding registers. */
  public static final int READ_REGISTERS = 3;

  /** Function that writes one coil; with other values it is also Waveshare's FLASH. */
  public static final int WRITE_COIL = 5;

  /** Function that writes one register. */
  public static final int WRITE_REGISTER = 6;

  /** Function that writes many registers. */
  public static final int WRITE_REGISTERS = 16;

  /** Function that writes many coils. */
  public static final int WRITE_COILS = 15;

  /** Added to the function in a reply that reports an exception. */
  public static final int EXCEPTION = 0x80;

  private static final int OVERHEAD = 4;

  public ModbusFrame {
    data = data.clone();
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  /** The frame with its checksum. */
  public byte[] bytes() {
    byte[] bytes = new byte[data.length + OVERHEAD];
    bytes[0] = (byte) address;
    bytes[1] = (byte) function;
    System.arraycopy(data, 0, bytes, 2, data.length);
    int crc = crc(bytes, data.length + 2);
    bytes[bytes.length - 2] = (byte) crc;
    bytes[bytes.length - 1] = (byte) (crc >> 8);
    return bytes;
  }

  /** Reads exactly one frame; empty when it is too short or its checksum is wrong. */
  public static Optional<ModbusFrame> parse(byte[] bytes) {
    if (bytes.length < OVERHEAD) {
      return Optional.empty();
    }
    int end = bytes.length - 2;
    int crc = bytes[end] & 0xFF | (bytes[end + 1] & 0xFF) << 8;
    if (crc != crc(bytes, end)) {
      return Optional.empty();
    }
    return Optional.of(
        new ModbusFrame(bytes[0] & 0xFF, bytes[1] & 0xFF, Arrays.copyOfRange(bytes, 2, end)));
  }

  /** Bytes of the whole request that starts so; empty while too few are there to tell. */
  public static OptionalInt requestLength(byte[] start, int count) {
    if (count < 2) {
      return OptionalInt.empty();
    }
    return switch (start[1] & 0xFF) {
      case 15, 16 -> count < 7 ? OptionalInt.empty() : OptionalInt.of(9 + (start[6] & 0xFF));
      default -> OptionalInt.of(8);
    };
  }

  /** Bytes of the whole reply that starts so; empty while too few are there to tell. */
  public static OptionalInt replyLength(byte[] start, int count) {
    if (count < 2) {
      return OptionalInt.empty();
    }
    int function = start[1] & 0xFF;
    if (function >= EXCEPTION) {
      return OptionalInt.of(5);
    }
    return switch (function) {
      case 1, 2, 3, 4 -> count < 3 ? OptionalInt.empty() : OptionalInt.of(5 + (start[2] & 0xFF));
      default -> OptionalInt.of(8);
    };
  }

  /** CRC-16, polynomial A001 reflected, start FFFF, over the first {@code count} bytes. */
  public static int crc(byte[] bytes, int count) {
    int crc = 0xFFFF;
    for (int i = 0; i < count; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
      }
    }
    return crc;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModbusFrame that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /** The bytes in hexadecimal, as they stand in manuals: {@code 01 05 00 00 FF 00 8C 3A}. */
  @Override
  public String toString() {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes());
  }
}
