package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.sensor.Threshold;
import io.kitproof.boards.wire.NumatoChannels;
import io.kitproof.boards.wire.NumatoReply;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Numato boards: contacts, analogue and digital inputs, all by text commands. */
final class NumatoFamily implements Family {
  static final Duration DEADLINE = Duration.ofMillis(500);

  /** A polled {@code gpio read} or {@code adc read} takes 2 to 4 ms. */
  private static final Duration EXCHANGE = Duration.ofMillis(4);

  /** USB: the rate is ignored, but must be one. */
  private static final int BAUD = 115_200;

  private final int channels;

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

  private static boolean prompted(byte[] bytes, int count) {
    return count > 0 && bytes[count - 1] == NumatoReply.PROMPT;
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
