package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.kitproof.fixtures.Answers;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.Prints;
import java.time.Duration;

/** A kit that is configured over its own access point. */
public final class SetupWords {
  /** It has been answered already. */
  private static final Duration SOON = Duration.ofSeconds(2);

  @Given("the {kit} is fresh from its download")
  public void isFresh(Kit kit) {
    kit.setup().begin();
  }

  @Then("the {kit} opens its own access point within {limit}")
  public void opensItsAccessPoint(Kit kit, Limit limit) {
    kit.console().within(limit.on(kit)).should(Prints.print("Config SSID : " + kit.accessPoint()));
  }

  @When("I configure the {kit} on its page")
  public void configure(Kit kit) {
    kit.setup().walk();
  }

  @When("I configure the {kit} on its page as {string}")
  public void configureAs(Kit kit, String thing) {
    kit.setup().walk(thing);
  }

  @When("I try to configure the {kit} on its page")
  public void tryToConfigure(Kit kit) {
    kit.setup().tryToWalk();
  }

  @When("I configure the {kit} on its page but forget the key")
  public void configureWithoutKey(Kit kit) {
    kit.setup().walkWithoutKey();
  }

  @Then("the page of the {kit} is refused with {string}")
  public void isRefused(Kit kit, String words) {
    Answers.ofPage(kit).within(SOON).should(Answers.refuse(words));
  }
}
