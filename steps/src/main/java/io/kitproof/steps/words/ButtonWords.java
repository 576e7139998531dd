package io.kitproof.steps.words;

import io.cucumber.java.en.When;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Button;
import io.kitproof.fixtures.Scene;
import java.time.Duration;

/** Buttons pressed, held and let go. */
public final class ButtonWords {
  private final Bench bench;

  public ButtonWords(Bench bench) {
    this.bench = bench;
  }

  @When("I press {button}")
  public void press(Button button) {
    button.press();
  }

  @When("I press {button} {int} times, {duration} apart")
  public void press(Button button, int times, Duration apart) {
    button.press(times, apart);
  }

  @When("I press {button} {int} times at random moments")
  public void pressAtRandom(Button button, int times) {
    Scene.of(bench).pressAtRandom(button, times);
  }

  @When("I hold {button} down")
  public void hold(Button button) {
    button.hold();
  }

  @When("I let {button} go")
  public void release(Button button) {
    button.release();
  }
}
