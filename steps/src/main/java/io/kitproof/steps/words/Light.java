package io.kitproof.steps.words;

import io.kitproof.fixtures.Led;
import io.kitproof.fixtures.Lights;
import io.kitproof.fixtures.expect.Behaviour;
import io.kitproof.fixtures.expect.Happening;

/** What an LED is said to be. */
public enum Light {
  /** Lit. */
  ON,
  /** Dark. */
  OFF;

  /** It changes to this. */
  Happening<Led> turned() {
    return this == ON ? Lights.turnOn() : Lights.turnOff();
  }

  /** It does not change from this. */
  Behaviour<Led> stays() {
    return this == ON ? Lights.stayOn() : Lights.stayOff();
  }
}
