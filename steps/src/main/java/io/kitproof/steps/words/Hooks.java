package io.kitproof.steps.words;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** Each scenario's beginning and end. */
public final class Hooks {
  private final Frame frame;

  public Hooks(Frame frame) {
    this.frame = frame;
  }

  @Before
  public void begin(Scenario scenario) {
    frame.begin(scenario);
  }

  @After
  public void end(Scenario scenario) {
    frame.end(scenario);
  }
}
