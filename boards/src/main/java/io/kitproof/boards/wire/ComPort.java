package io.kitproof.boards.wire;

import io.kitproof.boards.wire.Telnet.Sub;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One message of the COM-PORT-OPTION: a setting of a serial port behind a telnet server, or the
 * server's answer with what is set now. Source: RFC 2217 section 3.
 *
 * @param setting what it is about
 * @param answer whether the server says it: its codes are 100 above the client's
 * @param value four bytes of the rate, one of everything else
 */
public record ComPort(Setting setting, boolean answer, long value) {
  /** Number of the telnet option. */
  public static final int OPTION = 44;

  private static final int ANSWERS = 100;

  /** What can be set. */
  public enum Setting {
    BAUD_RATE(1),
    DATA_SIZE(2),
    PARITY(3),
    STOP_SIZE(4),
    CONTROL(5),
    PURGE(12);

    private final int code;

    Setting(int code) {
      this.code = code;
    }

    private int size() {
      return this == BAUD_RATE ? Integer.BYTES : 1;
    }
  }

  /** Value of {@link Setting#PARITY}. */
  public static final int NO_PARITY = 1;

  /** Value of {@link Setting#STOP_SIZE}. */
  public static final int ONE_STOP_BIT = 1;

  /** Value of {@link Setting#CONTROL}: no flow control, either way. */
  public static final int NO_FLOW_CONTROL = 1;

  /** Value of {@link Setting#PURGE}: what is buffered on either side. */
  public static final int BOTH_BUFFERS = 3;

  /** Asks for a setting. */
  public static ComPort set(Setting setting, long value) {
    return new ComPort(setting, false, value);
  }

  /** The server's answer: what is set now. */
  public ComPort answered(long now) {
    return new ComPort(setting, true, now);
  }

  /** The whole subnegotiation. */
  public byte[] bytes() {
    int code = setting.code + (answer ? ANSWERS : 0);
    ByteBuffer content = ByteBuffer.allocate(1 + setting.size()).put((byte) code);
    if (setting.size() == Integer.BYTES) {
      content.putInt((int) value);
    } else {
      content.put((byte) value);
    }
    return Telnet.sub(OPTION, content.array());
  }

  /** Reads a subnegotiation; empty for other options, settings we don't know and wrong lengths. */
  public static Optional<ComPort> parse(Sub sub) {
    byte[] content = sub.content();
    if (sub.option() != OPTION || content.length == 0) {
      return Optional.empty();
    }
    int code = content[0] & 0xFF;
    for (Setting setting : Setting.values()) {
      boolean right = content.length == 1 + setting.size();
      if (right && (code == setting.code || code == setting.code + ANSWERS)) {
        ByteBuffer value = ByteBuffer.wrap(content, 1, setting.size());
        long number =
            setting.size() == Integer.BYTES
                ? Integer.toUnsignedLong(value.getInt())
                : value.get() & 0xFF;
        return Optional.of(new ComPort(setting, code >= ANSWERS, number));
      }
    }
    return Optional.empty();
  }
}
