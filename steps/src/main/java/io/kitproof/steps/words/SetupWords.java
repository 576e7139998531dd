package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.kitproof.fixtures.Kit;
import java.util.function.UnaryOperator;

/** A kit that is configured over its own access point. */
public final class SetupWords {
  @Given("the {kit} is fresh from its download")
  public void isFresh(Kit kit) {
    kit.program(UnaryOperator.identity());
    kit.restart();
  }

  @When("I configure the {kit} on its page")
  public void configure(Kit kit) {
    kit.setup().walk();
  }

  @When("I configure the {kit} on its page as {string}")
  public void configureAs(Kit kit, String thing) {
    kit.setup().walk(thing);
  }

  @When("I configure the {kit} on its page but forget the key")
  public void configureWithoutKey(Kit kit) {
    kit.setup().walkWithoutKey();
  }
}
