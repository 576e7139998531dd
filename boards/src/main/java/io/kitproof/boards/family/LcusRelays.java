package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Inbox.Heard;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.LcusFrame;
import io.kitproof.boards.wire.LcusStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** The contacts of an LCUS board, which acknowledges nothing and only sometimes reads back. */
final class LcusRelays implements RelayDriver {
  /** Eight status lines take 90 ms at 9600 baud. */
  private static final Duration STATUS_DEADLINE = Duration.ofMillis(250);

  /** With the question before them as long as a command: a board that counts stays in step. */
  private static final byte[] REST_OF_A_FRAME = {
    LcusFrame.STATUS_REQUEST, LcusFrame.STATUS_REQUEST, LcusFrame.STATUS_REQUEST
  };

  private final Dialog dialog;
  private final String part;
  private final int channels;
  private final Duration spacing;
  private final Question<Map<Integer, Boolean>> status;
  private Optional<Boolean> readsBack;

  LcusRelays(Dialog dialog, String part, int channels, LcusOptions options) {
    this.dialog = dialog;
    this.part = part;
    this.channels = channels;
    this.spacing = options.spacing();
    this.readsBack =
        options.readBack() == LcusOptions.ReadBack.NEVER ? Optional.of(false) : Optional.empty();
    this.status =
        new Question<>(
            part,
            "status FF",
            new byte[] {LcusFrame.STATUS_REQUEST},
            "CH1 to CH%d, each ON or OFF".formatted(channels),
            (bytes, count) -> LcusStatus.parse(Arrays.copyOf(bytes, count)).size() >= channels,
            bytes -> Optional.of(LcusStatus.parse(bytes)),
            STATUS_DEADLINE);
  }

  @Override
  public Path port() {
    return dialog.port();
  }

  @Override
  public Sent set(int channel, boolean closed, long notBefore) {
    LcusFrame frame = new LcusFrame(channel, closed);
    String said = (closed ? "close " : "open ") + channel;
    long written = dialog.tell(part, said, frame.bytes(), notBefore);
    return new Sent(written, written);
  }

  @Override
  public void release(BitSet which) {
    for (int channel : which.stream().toArray()) {
      Sent ignored = set(channel, false, System.nanoTime());
    }
  }

  @Override
  public synchronized Optional<BitSet> closed(BitSet which) {
    if (!readsBack.orElse(true)) {
      return Optional.empty();
    }
    Map<Integer, Boolean> positions =
        readsBack.isEmpty() ? detect() : dialog.command(status, System.nanoTime()).value();
    readsBack = Optional.of(!positions.isEmpty());
    BitSet closed = new BitSet();
    which.stream().filter(channel -> positions.getOrDefault(channel, false)).forEach(closed::set);
    return readsBack.filter(yes -> yes).map(yes -> closed);
  }

  /** The positions, none from a board that does not tell them. */
  private Map<Integer, Boolean> detect() {
    Heard heard = dialog.listen(status);
    Map<Integer, Boolean> positions = LcusStatus.parse(heard.bytes());
    if (positions.isEmpty() && tellsNothing(heard.bytes())) {
      new ReadBack(part, port()).none();
      long unused = dialog.tell(part, "status FF", REST_OF_A_FRAME, System.nanoTime());
    } else if (positions.size() < channels) {
      throw RigException.garbled(
          part, port(), status.said(), status.expected(), Dialog.shown(heard.bytes()));
    }
    return positions;
  }

  /** Nothing, or the bare byte a channel that some firmwares are said to send. */
  private boolean tellsNothing(byte[] heard) {
    boolean bare = heard.length == channels;
    for (byte b : heard) {
      bare &= b == 0 || b == 1;
    }
    return heard.length == 0 || bare;
  }

  @Override
  public Duration readBackTime() {
    return spacing.plus(STATUS_DEADLINE);
  }

  @Override
  public Duration exchangeTime() {
    return spacing;
  }

  @Override
  public SerialLine.Registration atShutdown(Runnable release) {
    return dialog.atShutdown(release);
  }
}
