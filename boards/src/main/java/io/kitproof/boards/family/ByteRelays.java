package io.kitproof.boards.family;

import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.ByteCommand;
import io.kitproof.boards.wire.ByteRelay;
import io.kitproof.boards.wire.ByteRelay.Asking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** The contacts of a board that is commanded by a few bytes. */
final class ByteRelays implements RelayDriver {
  private final Dialog dialog;
  private final String part;
  private final ByteRelay row;
  private final Duration exchange;
  private final ReadBack readBack;

  /** As commanded; some boards want to hear of all contacts each time one moves. */
  private final BitSet commanded = new BitSet();

  ByteRelays(Dialog dialog, String part, ByteRelay row, Duration exchange) {
    this.dialog = dialog;
    this.part = part;
    this.row = row;
    this.exchange = exchange;
    this.readBack = new ReadBack(part, dialog.port());
  }

  @Override
  public Path port() {
    return dialog.port();
  }

  @Override
  public synchronized Sent set(int channel, boolean closed, long notBefore) {
    commanded.set(channel, closed);
    String said = (closed ? "close " : "open ") + channel;
    return send(said, closed ? row.on() : row.off(), channel, notBefore);
  }

  @Override
  public synchronized void release(BitSet which) {
    if (row.allOff().isPresent() && which.cardinality() == row.channels()) {
      commanded.clear();
      Sent ignored = send("open all", row.allOff().get(), 0, System.nanoTime());
      return;
    }
    for (int channel : which.stream().toArray()) {
      Sent ignored = set(channel, false, System.nanoTime());
    }
  }

  private Sent send(String said, ByteCommand command, int channel, long notBefore) {
    byte[] bytes = command.bytes(channel, commanded, row.channels());
    String whole = said + " " + Dialog.hex(bytes);
    if (!row.echoed()) {
      long written = dialog.tell(part, whole, bytes, notBefore);
      return new Sent(written, written);
    }
    Answer<Boolean> echo =
        dialog.command(
            new Question<>(
                part,
                whole,
                bytes,
                "its echo",
                (heard, count) -> count >= bytes.length,
                heard -> Arrays.equals(heard, bytes) ? Optional.of(true) : Optional.empty(),
                ByteRelayFamily.DEADLINE),
            notBefore);
    return echo.sent();
  }

  @Override
  public Optional<BitSet> closed(BitSet which) {
    Asking asking = row.asking().orElse(null);
    if (asking == null) {
      readBack.none();
      return Optional.empty();
    }
    BitSet closed = new BitSet();
    if (asking.positions().each()) {
      which.stream().forEach(channel -> closed.or(ask(asking, channel)));
    } else {
      closed.or(ask(asking, 0));
      closed.and(which);
    }
    return Optional.of(closed);
  }

  private BitSet ask(Asking asking, int channel) {
    byte[] bytes = asking.command().bytes(channel, commanded, row.channels());
    int length = asking.positions().length(row.channels());
    Question<BitSet> question =
        new Question<>(
            part,
            "status " + Dialog.hex(bytes),
            bytes,
            length == 1 ? "1 byte" : length + " bytes, the positions of the contacts",
            (heard, count) -> count >= length,
            heard -> asking.positions().parse(heard, row.channels(), channel),
            ByteRelayFamily.DEADLINE);
    return dialog.command(question, System.nanoTime()).value();
  }

  @Override
  public Duration readBackTime() {
    return exchange.multipliedBy(2);
  }

  @Override
  public Duration exchangeTime() {
    return exchange;
  }

  @Override
  public SerialLine.Registration atShutdown(Runnable release) {
    return dialog.atShutdown(release);
  }
}
