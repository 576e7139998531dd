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

  private final Dialog dialog;
  private final String part;
  private final int channels;

  NumatoRelays(Dialog dialog, String part, int channels) {
    this.dialog = dialog;
    this.part = part;
    this.channels = channels;
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
    return new Sent(answer.writtenNanos(), answer.arrivedNanos());
  }

  @Override
  public void release(BitSet which) {
    for (int channel : which.stream().toArray()) {
      Sent ignored = set(channel, false, System.nanoTime());
    }
  }

  @Override
  public Optional<BitSet> closed(BitSet which) {
    BitSet closed = new BitSet();
    for (int channel : which.stream().toArray()) {
      closed.set(channel, isClosed(channel));
    }
    return Optional.of(closed);
  }

  private boolean isClosed(int channel) {
    Question<Boolean> question =
        NumatoFamily.question(
            part,
            "relay read " + token(channel),
            "on or off",
            text ->
                switch (text) {
                  case "on" -> Optional.of(true);
                  case "off" -> Optional.of(false);
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
