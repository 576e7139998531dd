package io.kitproof.reports.history;

import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.fixtures.benchfile.KitSpec;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.reports.ScenarioRecord;
import java.util.HashMap;
import java.util.Map;

/** Which buttons and LEDs of a bench a scenario made use of, and their wires. */
record Used(Map<String, String> leds) {
  static Used on(BenchFile bench) {
    Map<String, String> leds = new HashMap<>();
    for (KitSpec kit : bench.kits().values()) {
      kit.leds()
          .forEach((led, w) -> leds.put(led + " of " + kit.name(), w.board() + "/" + w.channel()));
    }
    return new Used(Map.copyOf(leds));
  }

  Map<String, String> by(ScenarioRecord scenario) {
    Map<String, String> used = new HashMap<>();
    for (ScenarioRecord attempt : scenario.attempts()) {
      attempt.seen().observations().forEach(o -> note(o, used));
    }
    return used;
  }

  private void note(Observation o, Map<String, String> used) {
    if (o instanceof RelayMove move) {
      used.put(move.part(), move.board() + "/" + move.channel());
    } else if (o instanceof LedEdge edge) {
      led(edge.led() + " of " + edge.kit(), used);
    } else if (o instanceof Asked asked) {
      led(asked.subject(), used);
    }
  }

  private void led(String name, Map<String, String> used) {
    if (leds.containsKey(name)) {
      used.put(name, leds.getOrDefault(name, ""));
    }
  }
}
