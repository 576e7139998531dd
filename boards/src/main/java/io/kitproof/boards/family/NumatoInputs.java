package io.kitproof.boards.family;

import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.sensor.SampleSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Inputs of a Numato board, one exchange a channel. */
final class NumatoInputs implements SampleSource {
  /** Whether a reading is lit, given the sample before. */
  interface Level {
    boolean lit(int reading, boolean before);
  }

  private final Dialog dialog;
  private final Traffic traffic;
  private final IntFunction<Question<Integer>> question;
  private final Level level;
  private final Map<Integer, Boolean> before = new HashMap<>();

  NumatoInputs(
      Dialog dialog, Traffic traffic, IntFunction<Question<Integer>> question, Level level) {
    this.dialog = dialog;
    this.traffic = traffic;
    this.question = question;
    this.level = level;
  }

  @Override
  public void watching(List<Integer> channels) {
    traffic.round(this, channels.size());
  }

  @Override
  public void sample(List<Integer> channels, Sink sink) {
    for (int channel : channels) {
      Answer<Integer> answer = dialog.sample(question.apply(channel));
      boolean lit = level.lit(answer.value(), before.getOrDefault(channel, false));
      before.put(channel, lit);
      sink.sample(channel, lit, answer.arrivedNanos());
    }
  }

  @Override
  public Duration round() {
    return traffic.round(this);
  }

  @Override
  public Duration worstGap() {
    return traffic.worstGap();
  }
}
