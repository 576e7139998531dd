package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Chain;
import io.kitproof.fixtures.Following;
import io.kitproof.fixtures.Led;
import io.kitproof.fixtures.Lights;
import io.kitproof.fixtures.Scene;
import java.time.Duration;

/** LEDs, as a sensor sees them. */
public final class LightWords {
  private final Bench bench;

  public LightWords(Bench bench) {
    this.bench = bench;
  }

  @Given("the light is off")
  public void lightIsOff() {
    Scene.of(bench).lightOff();
  }

  @Given("the {led} is {onOff}")
  public void is(Led led, Light light) {
    Scene.of(bench).light(led, light == Light.ON);
  }

  @Then("the {led} turns {onOff} within {duration}")
  public void turns(Led led, Light light, Duration limit) {
    led.within(limit).should(light.turned());
  }

  @Then("the {led} stays {onOff} for {duration}")
  public void stays(Led led, Light light, Duration length) {
    led.during(length).should(light.stays());
  }

  @Then("the {led} changes exactly {int} time(s) in {duration}")
  public void changes(Led led, int times, Duration length) {
    led.during(length).should(Lights.change(times));
  }

  @Then("each press goes through to the {led} within {duration}")
  public void goesThrough(Led led, Duration limit) {
    Chain.to(led, bench).within(limit).should(Following.eachPress(limit));
  }
}
