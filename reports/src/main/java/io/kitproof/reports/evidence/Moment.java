package io.kitproof.reports.evidence;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.reports.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An observation with its times.
 *
 * @param sinceEpochNanos since the scenario began
 * @param sinceStimulusNanos since the last thing the harness did took effect: for a press that is
 *     the last move of the contact; empty before the first
 */
public record Moment(
    Observation seen, long sinceEpochNanos, Optional<Long> sinceStimulusNanos, boolean stimulus) {

  /** Everything in the order of the time stamps. */
  public static List<Moment> of(Recording recording) {
    List<Moment> moments = new ArrayList<>();
    Optional<Long> acted = Optional.empty();
    String lane = "";
    for (Observation o : recording.inOrder()) {
      if (o instanceof Deed) {
        lane = o.lane();
        acted = Optional.of(o.nanos());
      } else if (o instanceof RelayMove && o.lane().equals(lane)) {
        acted = Optional.of(o.nanos());
      }
      Optional<Long> since = acted.map(a -> o.nanos() - a);
      moments.add(new Moment(o, o.nanos() - recording.epochNanos(), since, o instanceof Deed));
    }
    return moments;
  }
}
