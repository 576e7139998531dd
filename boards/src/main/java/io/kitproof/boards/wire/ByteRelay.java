package io.kitproof.boards.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of relay board that is commanded by a few bytes: a row of the table of those there are.
 * Sources: Devantech's and KMTronic's pages, sigrok's driver of the ICSE boards, dimss1979/denkovi.
 *
 * @param maker the word for it in bench files
 * @param channels how many contacts it has
 * @param baud its only rate
 * @param anyRate whether it is a USB device that ignores the rate
 * @param spacing least silence before a command
 * @param on closes a contact
 * @param off opens a contact
 * @param allOff opens all contacts, where there is such a command
 * @param echoed whether it sends each of these commands back
 * @param asking what makes it tell its positions, where it can
 * @param greeting what has to be said first, where something has
 */
public record ByteRelay(
    String maker,
    int channels,
    int baud,
    boolean anyRate,
    Duration spacing,
    ByteCommand on,
    ByteCommand off,
    Optional<ByteCommand> allOff,
    boolean echoed,
    Optional<Asking> asking,
    Optional<Greeting> greeting) {

  /** A question for positions and how its answer is to be read. */
  public record Asking(ByteCommand command, BytePositions positions) {}

  /**
   * The question who it is.
   *
   * @param length bytes of the answer, of which the first one tells
   * @param contacts how many contacts who says so has
   * @param start what puts it to work, once and until its power goes
   */
  public record Greeting(
      ByteCommand command, int length, Map<Byte, Integer> contacts, Optional<ByteCommand> start) {}

  private static final int BAUD = 9600;

  /** Where a board confirms nothing and nobody says what it can take: no press is that short. */
  private static final Duration UNHURRIED = Duration.ofMillis(10);

  private static final List<ByteRelay> TABLE =
      List.of(
          devantech(2),
          devantech(8),
          kmtronic(1),
          kmtronic(2),
          kmtronic(4),
          kmtronic(8),
          icse(2),
          icse(4),
          icse(8),
          denkovi());

  /** USB-RLY02, and USB-RLY08, 16 and 16L, which have eight contacts all of them. */
  private static ByteRelay devantech(int channels) {
    return new ByteRelay(
        "devantech",
        channels,
        BAUD,
        true,
        Duration.ZERO,
        ByteCommand.of("64+ch"),
        ByteCommand.of("6E+ch"),
        Optional.of(ByteCommand.of("6E")),
        false,
        Optional.of(new Asking(ByteCommand.of("5B"), BytePositions.BITS_LOW_FIRST)),
        Optional.of(
            new Greeting(
                ByteCommand.of("5A"),
                2,
                Map.of((byte) 8, 8, (byte) 9, 8, (byte) 0x0A, 2, (byte) 0x0F, 8),
                Optional.empty())));
  }

  /** The small ones are asked contact by contact, the large ones for all of them. */
  private static ByteRelay kmtronic(int channels) {
    Asking each = new Asking(ByteCommand.of("FF ch 03"), BytePositions.FRAME_EACH);
    Asking all = new Asking(ByteCommand.of("FF 09 00"), BytePositions.BYTE_EACH);
    return new ByteRelay(
        "kmtronic",
        channels,
        BAUD,
        false,
        UNHURRIED,
        ByteCommand.of("FF ch 01"),
        ByteCommand.of("FF ch 00"),
        Optional.empty(),
        false,
        Optional.of(channels > 2 ? all : each),
        Optional.empty());
  }

  /** ICSE013A, 012A and 014A: at work every byte is the bitmap, and nothing is ever answered. */
  private static ByteRelay icse(int channels) {
    ByteCommand bitmap = ByteCommand.of("~mask");
    return new ByteRelay(
        "icse",
        channels,
        BAUD,
        false,
        UNHURRIED,
        bitmap,
        bitmap,
        Optional.of(bitmap),
        false,
        Optional.empty(),
        Optional.of(
            new Greeting(
                ByteCommand.of("50"),
                1,
                Map.of((byte) 0xAB, 4, (byte) 0xAD, 2, (byte) 0xAC, 8),
                Optional.of(ByteCommand.of("51")))));
  }

  /** USB 16 channels v3: text, {@code 01+//}, {@code 01-//}, {@code off//}, {@code ask//}. */
  private static ByteRelay denkovi() {
    return new ByteRelay(
        "denkovi",
        16,
        BAUD,
        false,
        Duration.ZERO,
        ByteCommand.of("nn 2B 2F 2F"),
        ByteCommand.of("nn 2D 2F 2F"),
        Optional.of(ByteCommand.of("6F 66 66 2F 2F")),
        true,
        Optional.of(new Asking(ByteCommand.of("61 73 6B 2F 2F"), BytePositions.BITS_HIGH_FIRST)),
        Optional.empty());
  }

  /** The board of that maker with that many contacts; empty when there is none. */
  public static Optional<ByteRelay> find(String maker, int channels) {
    return TABLE.stream()
        .filter(row -> row.maker.equals(maker) && row.channels == channels)
        .findFirst();
  }

  /**
   * How many contacts the boards of that maker have, in order; none when it is not in the table.
   */
  public static List<Integer> sizes(String maker) {
    return TABLE.stream()
        .filter(row -> row.maker.equals(maker))
        .map(ByteRelay::channels)
        .sorted()
        .toList();
  }
}
