package io.kitproof.reports.diagnosis;

import java.util.List;

/** Looks at one kit's story for one cause, or for a few that look alike. */
interface Rule {
  /**
   * The causes that explain the story alike, the most probable first; none if it is another one.
   */
  List<Suspect> of(Story story);
}
