package io.kitproof.boards.family;

import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.NumatoChannels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** The contacts of a Numato board, each command acknowledged by its prompt. */
final class NumatoRelays implements RelayDriver {
  private static final Duration EXCHANGE = Duration.ofMillis(4);

  private enum Position {
    OPEN,
    CLOSED,
    UNKNOWN
  }

  private final Dialog dialog;
  private final String part;
  private final int channels;
  private final ReadBack readBack;

  NumatoRelays(Dialog dialog, String part, int channels) {
    this.dialog = dialog;
    this.part = part;
    this.channels = channels;
    this.readBack = new ReadBack(part, dialog.port());
  }

  @Override
  public Path port() {
    return dialog.port();
  }

  @Override
  public Sent set(int channel, boolean closed, long notBefore) {
    String command = "relay %s %s".formatted(closed ? "on" : "off", token(channel));
    Answer<Boolean> answer =
        dialog.command(
            NumatoFamily.question(
                part,
                command,
                "its echo and a prompt",
                text -> text.isEmpty() ? Optional.of(true) : Optional.empty()),
            notBefore);
    return answer.sent();
  }

  @Override
  public void release(BitSet which) {
    for (int channel : which.stream().toArray()) {
      Sent ignored = set(channel, false, System.nanoTime());
    }
  }

  @Override
  public Optional<BitSet> closed(BitSet which) {
    if (!readBack.given()) {
      return Optional.empty();
    }
    BitSet closed = new BitSet();
    for (int channel : which.stream().toArray()) {
      Position position = position(channel);
      if (position == Position.UNKNOWN) {
        readBack.none();
        return Optional.empty();
      }
      closed.set(channel, position == Position.CLOSED);
    }
    return Optional.of(closed);
  }

  /** A board that does not know the command answers with the bare prompt. */
  private Position position(int channel) {
    Question<Position> question =
        NumatoFamily.question(
            part,
            "relay read " + token(channel),
            "on or off",
            text ->
                switch (text) {
                  case "on" -> Optional.of(Position.CLOSED);
                  case "off" -> Optional.of(Position.OPEN);
                  case "" -> Optional.of(Position.UNKNOWN);
                  default -> Optional.empty();
                });
    return dialog.command(question, System.nanoTime()).value();
  }

  private String token(int channel) {
    return NumatoChannels.token(channel, channels);
  }

  @Override
  public Duration readBackTime() {
    return EXCHANGE.multipliedBy(4);
  }

  @Override
  public Duration exchangeTime() {
    return EXCHANGE;
  }

  @Override
  public SerialLine.Registration atShutdown(Runnable release) {
    return dialog.atShutdown(release);
  }
}
