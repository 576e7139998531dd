package io.kitproof.boards.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Telnet as far as serial servers speak it: data with doubled 255, options, subnegotiations. Reads
 * what comes, cut anyhow. Source: RFC 854, RFC 855; BINARY is RFC 856, SUPPRESS-GO-AHEAD RFC 858.
 */
public final class Telnet {
  public static final int WILL = 251;
  public static final int WONT = 252;
  public static final int DO = 253;
  public static final int DONT = 254;

  /** All 256 byte values pass as they are. */
  public static final int BINARY = 0;

  public static final int SUPPRESS_GO_AHEAD = 3;

  private static final int IAC = 255;
  private static final int SB = 250;
  private static final int SE = 240;

  /** Longer ones are cut: those we know have five bytes, or a name. */
  private static final int LONGEST = 256;

  private enum State {
    DATA,
    COMMAND,
    OPTION,
    SUB,
    SUB_COMMAND
  }

  /** What comes in a telnet session. */
  public sealed interface Item {}

  /** Bytes of the port behind it. */
  public record Data(byte[] bytes) implements Item {
    public Data {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** One of {@link #WILL}, {@link #WONT}, {@link #DO} and {@link #DONT}, and what it is about. */
  public record Option(int verb, int option) implements Item {}

  /** A subnegotiation: its option, and the rest with 255 single again. */
  public record Sub(int option, byte[] content) implements Item {
    public Sub {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }

  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final ByteArrayOutputStream sub = new ByteArrayOutputStream();
  private State state = State.DATA;
  private int verb;

  /** What these bytes complete, in order. */
  public List<Item> read(byte[] bytes) {
    List<Item> items = new ArrayList<>();
    for (byte one : bytes) {
      read(one & 0xFF, items);
    }
    endData(items);
    return items;
  }

  private void read(int one, List<Item> items) {
    switch (state) {
      case DATA -> {
        if (one == IAC) {
          state = State.COMMAND;
        } else {
          data.write(one);
        }
      }
      case COMMAND -> command(one, items);
      case OPTION -> {
        items.add(new Option(verb, one));
        state = State.DATA;
      }
      case SUB -> {
        if (one == IAC) {
          state = State.SUB_COMMAND;
        } else {
          content(one);
        }
      }
      case SUB_COMMAND -> {
        if (one == IAC) {
          content(one);
          state = State.SUB;
        } else {
          endSub(items);
        }
      }
    }
  }

  private void command(int one, List<Item> items) {
    state = State.DATA;
    if (one == IAC) {
      data.write(one);
    } else if (one >= WILL) {
      endData(items);
      verb = one;
      state = State.OPTION;
    } else if (one == SB) {
      endData(items);
      state = State.SUB;
    }
  }

  private void content(int one) {
    if (sub.size() < LONGEST) {
      sub.write(one);
    }
  }

  private void endSub(List<Item> items) {
    byte[] all = sub.toByteArray();
    sub.reset();
    state = State.DATA;
    if (all.length > 0) {
      items.add(new Sub(all[0] & 0xFF, Arrays.copyOfRange(all, 1, all.length)));
    }
  }

  private void endData(List<Item> items) {
    if (data.size() > 0) {
      items.add(new Data(data.toByteArray()));
      data.reset();
    }
  }

  /** The three bytes that say so. */
  public static byte[] option(int verb, int option) {
    return new byte[] {(byte) IAC, (byte) verb, (byte) option};
  }

  /** A subnegotiation with its frame, each 255 in it doubled. */
  public static byte[] sub(int option, byte... content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) IAC, (byte) SB, (byte) option});
    out.writeBytes(data(content));
    out.writeBytes(new byte[] {(byte) IAC, (byte) SE});
    return out.toByteArray();
  }

  /** Data as it goes on the wire: each 255 doubled. */
  public static byte[] data(byte... bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 8);
    for (byte one : bytes) {
      out.write(one);
      if ((one & 0xFF) == IAC) {
        out.write(one);
      }
    }
    return out.toByteArray();
  }
}
