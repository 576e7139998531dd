package io.kitproof.boards.family;

import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Mailboxes.Letter;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.NumatoChannels;
import io.kitproof.boards.wire.NumatoReply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Numato boards: contacts, analogue and digital inputs, all by text commands. */
final class NumatoFamily implements Family {
  static final Duration DEADLINE = Duration.ofMillis(500);

  /** A polled {@code gpio read} or {@code adc read} takes 2 to 4 ms. */
  private static final Duration EXCHANGE = Duration.ofMillis(4);

  /** USB: the rate is ignored, but must be one. */
  private static final int BAUD = 115_200;

  private final int channels;
  private final Mailboxes<Long> changes = new Mailboxes<>();

  NumatoFamily(int channels) {
    this.channels = channels;
  }

  @Override
  public int baud() {
    return BAUD;
  }

  @Override
  public Duration spacing() {
    return Duration.ZERO;
  }

  @Override
  public Duration exchangeTime() {
    return EXCHANGE;
  }

  /** An empty line ends whatever was half typed; the board prompts whatever it thinks of it. */
  @Override
  public void resync(Dialog dialog) {
    Question<Boolean> prompt =
        new Question<>(
            dialog.part(),
            "an empty line",
            NumatoReply.command(""),
            "a prompt \">\"",
            NumatoFamily::prompted,
            bytes -> Optional.of(true),
            DEADLINE);
    if (dialog.ask(prompt, System.nanoTime()).value()) {
      dialog.awaitQuiet(Duration.ofMillis(20));
    }
  }

  /** A command whose answer is understood by {@code parse}. */
  static <T> Question<T> question(
      String part, String command, String expected, Function<String, Optional<T>> parse) {
    return new Question<>(
        part,
        command,
        NumatoReply.command(command),
        expected,
        NumatoFamily::prompted,
        bytes -> NumatoReply.parse(command, bytes).map(NumatoReply::text).flatMap(parse),
        DEADLINE);
  }

  /** Ends of lines after the prompt are what is left of a notice. */
  private static boolean prompted(byte[] bytes, int count) {
    int last = count - 1;
    while (last > 0 && (bytes[last] == '\n' || bytes[last] == '\r')) {
      last--;
    }
    return last >= 0 && bytes[last] == NumatoReply.PROMPT;
  }

  /** Modules notify until they are told not to, also after whoever wanted it has gone. */
  @Override
  public SerialLine.Receiver receiver(Inbox inbox) {
    return new NumatoReceiver(inbox, changes);
  }

  @Override
  public SampleSource notified(
      Dialog dialog, String name, int inputs, boolean activeLow, Traffic traffic) {
    String command = "gpio notify on";
    Question<Boolean> enable =
        question(
            name,
            command,
            "gpio notify enabled",
            text ->
                text.isEmpty() || text.equals("gpio notify enabled")
                    ? Optional.of(!text.isEmpty())
                    : Optional.empty());
    BlockingQueue<Letter<Long>> mailbox = changes.subscribe();
    if (!dialog.command(enable, System.nanoTime()).value()) {
      throw RigException.declined(
          name,
          dialog.port(),
          command,
          "it does not know how to",
          "write family: numato-gpio for %s, which asks again and again; modules of 8 channels do not notify"
              .formatted(name));
    }
    Question<Long> readAll =
        question(
            name,
            "gpio readall",
            inputs / 4 + " digits in hexadecimal",
            text ->
                text.matches("[0-9A-Fa-f]{%d}".formatted(inputs / 4))
                    ? Optional.of(Long.parseUnsignedLong(text, 16))
                    : Optional.empty());
    return new NumatoNotified(dialog, readAll, activeLow, traffic, mailbox);
  }

  @Override
  public RelayDriver relays(Dialog dialog, String name, int relays) {
    return new NumatoRelays(dialog, name, relays);
  }

  @Override
  public SampleSource adc(Dialog dialog, String name, Threshold threshold, Traffic traffic) {
    return new NumatoInputs(
        dialog,
        traffic,
        channel ->
            question(
                name,
                "adc read " + NumatoChannels.token(channel, channels),
                "a count from 0 to 1023",
                NumatoFamily::count),
        threshold::lit);
  }

  @Override
  public SampleSource inputs(Dialog dialog, String name, boolean activeLow, Traffic traffic) {
    return new NumatoInputs(
        dialog,
        traffic,
        channel ->
            question(
                name,
                "gpio read " + NumatoChannels.token(channel, channels),
                "0 or 1",
                text -> count(text).filter(level -> level <= 1)),
        (level, before) -> level == (activeLow ? 0 : 1));
  }

  private static Optional<Integer> count(String text) {
    return text.matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(text)).filter(count -> count <= 1023)
        : Optional.empty();
  }
}
