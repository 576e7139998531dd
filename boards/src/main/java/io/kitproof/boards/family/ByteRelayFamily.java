package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Inbox.Heard;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.wire.ByteRelay;
import io.kitproof.boards.wire.ByteRelay.Greeting;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** Boards that are commanded by a few bytes, by their row in the table: contacts only. */
final class ByteRelayFamily implements Family {
  static final Duration DEADLINE = Duration.ofMillis(500);

  /** Of eleven bytes at 9600 baud, the most that goes to and fro. */
  private static final Duration EXCHANGE = Duration.ofMillis(12);

  private static final Duration QUIET = Duration.ofMillis(20);

  private final ByteRelay row;
  private final WorkMarks marks;

  // Belongs to whoever has the turn on the line.
  private boolean greeted;

  ByteRelayFamily(ByteRelay row, WorkMarks marks) {
    this.row = row;
    this.marks = marks;
  }

  @Override
  public int baud() {
    return row.baud();
  }

  @Override
  public Duration spacing() {
    return row.spacing();
  }

  @Override
  public Duration exchangeTime() {
    return EXCHANGE.plus(row.spacing());
  }

  /** Commands are so short that a pause brings both ends in step. */
  @Override
  public void resync(Dialog dialog) {
    dialog.awaitQuiet(QUIET);
    if (!greeted) {
      row.greeting().ifPresent(greeting -> greet(dialog, greeting));
      greeted = true;
    }
  }

  /** A board that has to be started once must not be spoken to like that again. */
  private void greet(Dialog dialog, Greeting greeting) {
    boolean once = greeting.start().isPresent();
    if (once && marks.atWork(dialog.port())) {
      return;
    }
    Question<Integer> who = who(dialog, greeting);
    Heard heard = dialog.hear(who);
    if (once && heard.bytes().length == 0 && !dialog.ended()) {
      throw atWorkAlready(dialog, who);
    }
    int contacts = dialog.understood(who, heard);
    if (contacts != row.channels()) {
      throw RigException.declined(
          dialog.part(),
          dialog.port(),
          who.said(),
          "it has %d contacts, not %d".formatted(contacts, row.channels()),
          "write channels: %d for %s in the bench file".formatted(contacts, dialog.part()));
    }
    greeting
        .start()
        .ifPresent(
            start -> {
              long unused = dialog.say("start", start.bytes());
              marks.set(dialog.port());
            });
  }

  private static Question<Integer> who(Dialog dialog, Greeting greeting) {
    byte[] command = greeting.command().bytes();
    return new Question<>(
        dialog.part(),
        "who are you " + Dialog.hex(command),
        command,
        greeting.length() == 1 ? "the number of its model" : "the number of its model, a version",
        (bytes, count) -> count >= greeting.length(),
        bytes ->
            bytes.length == greeting.length()
                ? Optional.ofNullable(greeting.contacts().get(bytes[0]))
                : Optional.empty(),
        DEADLINE);
  }

  /** At work it took the question for a bitmap: what that has closed is opened at once. */
  private RigException atWorkAlready(Dialog dialog, Question<Integer> who) {
    row.allOff()
        .ifPresent(
            off -> {
              long unused = dialog.say("open all", off.bytes(0, new BitSet(), row.channels()));
            });
    return RigException.declined(
        dialog.part(),
        dialog.port(),
        who.said(),
        "not a byte came within %d ms, as from a board that is at work already"
            .formatted(DEADLINE.toMillis()),
        "unplug %s and plug it in again, for nothing else brings it back; if it stays silent, check its port and family"
            .formatted(dialog.part()));
  }

  @Override
  public RelayDriver relays(Dialog dialog, String name, int channels) {
    return new ByteRelays(dialog, name, row, exchangeTime());
  }
}
