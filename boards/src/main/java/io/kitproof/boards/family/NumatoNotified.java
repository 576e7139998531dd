package io.kitproof.boards.family;

import io.kitproof.boards.family.Mailboxes.Letter;
import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.sensor.SampleSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Inputs of a Numato module that tells of changes by itself. All inputs are read when it has, for a
 * notice does not say for sure which way an input went, and when nothing has come for a while, so
 * that an LED that never changes is seen not to. What changes and changes back before it is read is
 * in the notices.
 */
final class NumatoNotified implements SampleSource {
  /** How long a change is waited for before the inputs are read anyway. */
  private static final Duration QUIET = Duration.ofMillis(4);

  private final Dialog dialog;
  private final Question<Long> readAll;
  private final boolean activeLow;
  private final Traffic traffic;
  private final BlockingQueue<Letter<Long>> changes;
  private final Map<Integer, Boolean> before = new HashMap<>();
  private final Map<Integer, List<Long>> unread = new HashMap<>();
  private long lastNanos = System.nanoTime();

  NumatoNotified(
      Dialog dialog,
      Question<Long> readAll,
      boolean activeLow,
      Traffic traffic,
      BlockingQueue<Letter<Long>> changes) {
    this.dialog = dialog;
    this.readAll = readAll;
    this.activeLow = activeLow;
    this.traffic = traffic;
    this.changes = changes;
  }

  @Override
  public void watching(List<Integer> channels) {
    traffic.round(this, channels.isEmpty() ? 0 : 1);
  }

  @Override
  public void sample(List<Integer> channels, Sink sink) {
    List<Letter<Long>> told = awaitChanges();
    Answer<Long> answer = dialog.sample(readAll);
    int unused = changes.drainTo(told);
    for (int channel : channels) {
      boolean high = (answer.value() >> channel & 1) == 1;
      List<Long> times =
          told.stream()
              .filter(change -> (change.said() >> channel & 1) == 1)
              .map(Letter::nanos)
              .toList();
      between(channel, times, high, answer.arrivedNanos(), sink);
      before.put(channel, high);
      sink.sample(channel, high != activeLow, answer.arrivedNanos());
    }
    lastNanos = answer.arrivedNanos();
  }

  /**
   * The changes since the last reading, where they lead from that one to this one. Where they do
   * not, a notice is of a change that was read before it came, or ahead of one that is still to be
   * read: it counts once more, the next time.
   */
  private void between(int channel, List<Long> times, boolean high, long read, Sink sink) {
    List<Long> all = new ArrayList<>(unread.getOrDefault(channel, List.of()));
    all.addAll(times);
    boolean level = before.getOrDefault(channel, high);
    boolean leads = level == high ? all.size() % 2 == 0 : all.size() % 2 == 1;
    unread.put(channel, leads ? List.of() : times);
    if (!leads) {
      return;
    }
    for (long nanos : all) {
      level = !level;
      // A change that was read is no later than its reading, though its notice may be.
      sink.sample(channel, level != activeLow, Math.min(read, Math.max(lastNanos, nanos)));
    }
  }

  private List<Letter<Long>> awaitChanges() {
    List<Letter<Long>> told = new ArrayList<>();
    try {
      Letter<Long> first = changes.poll(QUIET.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        told.add(first);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return told;
  }

  @Override
  public Duration round() {
    return Duration.ZERO;
  }

  @Override
  public Duration worstGap() {
    return QUIET.plus(traffic.worstGap());
  }
}
