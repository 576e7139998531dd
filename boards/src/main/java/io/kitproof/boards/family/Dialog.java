package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Inbox.Heard;
import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.net.NetworkLine;
import io.kitproof.boards.net.ServerAddress;
import io.kitproof.boards.serial.ByteLine;
import io.kitproof.boards.serial.SerialLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Commands and answers on one line: one exchange at a time, contacts first, nobody for ever. */
final class Dialog implements AutoCloseable {
  private static final Duration QUIET_LIMIT = Duration.ofMillis(500);

  /** How long a late answer is waited for before a sample is asked for again. */
  private static final Duration LATE = Duration.ofMillis(300);

  private final Family family;
  private final Inbox inbox;
  private final ByteLine line;
  private final Turns turns = new Turns();

  // Both belong to whoever has the turn.
  private long lineFree = System.nanoTime();
  private boolean outOfStep;

  private Dialog(Family family, Inbox inbox, ByteLine line) {
    this.family = family;
    this.inbox = inbox;
    this.line = line;
  }

  static Dialog open(String part, Path port, Family family) {
    Inbox inbox = new Inbox();
    return new Dialog(
        family, inbox, SerialLine.open(part, port, family.baud(), family.receiver(inbox)));
  }

  /** Over the network; nothing on the way has a rate. */
  static Dialog open(String part, ServerAddress server, Family family) {
    Inbox inbox = new Inbox();
    return new Dialog(family, inbox, NetworkLine.open(part, server, family.baud(), inbox));
  }

  String part() {
    return line.part();
  }

  /** The path of its port, for families that are always on one. */
  Path port() {
    if (line instanceof SerialLine serial) {
      return serial.port();
    }
    throw new IllegalStateException(line.port() + " is no serial port.");
  }

  /** Where the board is, as errors name it. */
  Object place() {
    return line.port();
  }

  SerialLine.Registration atShutdown(Runnable release) {
    return line.atShutdown(release);
  }

  /** Brings both ends in step at the opening. */
  void resync() {
    turns.take(true);
    try {
      family.resync(this);
    } finally {
      turns.giveBack();
    }
  }

  /**
   * Sends a command that has no answer, not before a moment; returns when it was written.
   *
   * @param said the command as people write it
   */
  long tell(String part, String said, byte[] bytes, long notBefore) {
    turns.take(true);
    try {
      return write(part, said, bytes, notBefore);
    } finally {
      turns.giveBack();
    }
  }

  /** A command to a contact: before all samples, not before a moment. */
  <T> Answer<T> command(Question<T> question, long notBefore) {
    return exchange(question, true, notBefore);
  }

  /** A sample: when nothing else is to do. */
  <T> Answer<T> sample(Question<T> question) {
    return exchange(question, false, System.nanoTime());
  }

  /** Asks without blame: whatever came back within the deadline. */
  Heard listen(Question<?> question) {
    turns.take(true);
    try {
      return hear(question);
    } finally {
      turns.giveBack();
    }
  }

  private <T> Answer<T> exchange(Question<T> question, boolean hurry, long notBefore) {
    turns.take(hurry);
    try {
      if (inbox.ended()) {
        throw line.gone(question.part(), quoted(question.said()));
      }
      if (outOfStep) {
        if (!hurry) {
          // An answer that is only late would pass for the next one, and a sample lie about its
          // time.
          awaitQuiet(LATE);
        }
        family.resync(this);
        outOfStep = false;
      }
      return ask(question, notBefore);
    } finally {
      turns.giveBack();
    }
  }

  /** For those who have the turn. */
  <T> Answer<T> ask(Question<T> question, long notBefore) {
    long written = write(question.part(), question.said(), question.bytes(), notBefore);
    Heard heard = await(question, written);
    return new Answer<>(understood(question, heard), written, heard.nanos());
  }

  /** Asks without blame. For those who have the turn. */
  Heard hear(Question<?> question) {
    return await(
        question, write(question.part(), question.said(), question.bytes(), System.nanoTime()));
  }

  /** Whether that comes by itself in time. For those who have the turn. */
  boolean hearUnasked(Inbox.Framing framing, Duration limit) {
    return inbox.await(framing, System.nanoTime() + limit.toNanos()).whole();
  }

  /** Sends a command that has no answer. For those who have the turn. */
  long say(String said, byte[] bytes) {
    return write(part(), said, bytes, System.nanoTime());
  }

  private Heard await(Question<?> question, long written) {
    Heard heard = inbox.await(question.framing(), written + question.deadline().toNanos());
    lineFree = Math.max(lineFree, heard.nanos() + family.spacing().toNanos());
    return heard;
  }

  /** What was heard as an answer to the question; blames the board when it is none. */
  <T> T understood(Question<T> question, Heard heard) {
    Optional<T> value = heard.whole() ? question.parse().apply(heard.bytes()) : Optional.empty();
    if (value.isEmpty()) {
      outOfStep = true;
      throw noAnswer(question, heard);
    }
    return value.get();
  }

  /** Lets the board finish whatever it was saying. For those who have the turn. */
  void awaitQuiet(Duration quiet) {
    inbox.awaitQuiet(quiet.toNanos(), System.nanoTime() + QUIET_LIMIT.toNanos());
  }

  /** Whether the port is gone. */
  boolean ended() {
    return inbox.ended();
  }

  private long write(String part, String said, byte[] bytes, long notBefore) {
    awaitMoment(notBefore - lineFree > 0 ? notBefore : lineFree);
    inbox.clear();
    try {
      long written = line.write(bytes);
      lineFree = written + family.spacing().toNanos();
      return written;
    } catch (RigException gone) {
      throw line.gone(part, quoted(said));
    }
  }

  private RigException noAnswer(Question<?> question, Heard heard) {
    String part = question.part();
    if (inbox.ended()) {
      return line.gone(part, quoted(question.said()));
    }
    if (heard.bytes().length == 0) {
      return RigException.silent(part, line.port(), question.said(), question.deadline());
    }
    return RigException.garbled(
        part, line.port(), question.said(), question.expected(), shown(heard.bytes()));
  }

  /** Interrupted or not: commands of a press must go out on time. */
  static void awaitMoment(long nanos) {
    boolean interrupted = false;
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String quoted(String said) {
    return "\"" + said + "\"";
  }

  /** Text as text, anything else in hexadecimal. */
  static String shown(byte[] bytes) {
    for (byte b : bytes) {
      if (b != '\n' && b != '\r' && (b < ' ' || b > '~')) {
        return hex(bytes);
      }
    }
    String text = new String(bytes, StandardCharsets.US_ASCII);
    return quoted(text.replace("\n", "\\n").replace("\r", "\\r"));
  }

  /** As manuals write it: {@code FF 01 01}. */
  static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }

  @Override
  public void close() {
    line.close();
  }
}
