package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.MqttEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the apps wait for the library: a counting semaphore and one variable for the last event
 * (kits.md section 3, answers 4 and 5). Whatever comes while nobody waits is found by the next one
 * who does, however old, and taken for the answer.
 */
final class Events {
  private final Life life;
  private int unread;
  private @Nullable MqttEvent last;
  private boolean waiting;
  private @Nullable MqttEvent answer;

  Events(Life life) {
    this.life = life;
  }

  synchronized void add(MqttEvent event) {
    if (waiting && answer == null) {
      answer = event;
      notifyAll();
    } else {
      unread++;
      last = event;
    }
  }

  /** Waits for any event at most so long; true when it is this one. */
  synchronized boolean await(MqttEvent expected, Duration firmware) {
    if (unread > 0) {
      unread--;
      return last == expected;
    }
    answer = null;
    waiting = true;
    try {
      return life.await(this, () -> answer != null, firmware) && answer == expected;
    } finally {
      waiting = false;
    }
  }
}
