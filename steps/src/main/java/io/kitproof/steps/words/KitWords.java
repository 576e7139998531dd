package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.kitproof.fixtures.Flaw;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.Prints;
import io.kitproof.fixtures.firmware.ConsoleWords;

/** A kit as a whole: started, programmed, and what its console says. */
public final class KitWords {
  @Given("the {kit} is ready")
  public void isReady(Kit kit) {
    kit.becomeReady();
  }

  @Given("the {kit} has just started")
  public void hasJustStarted(Kit kit) {
    kit.restart();
    kit.awaitReady();
  }

  @Given("the {kit} is starting")
  public void isStarting(Kit kit) {
    kit.restart();
    kit.console().within(kit.bootLimit()).should(Prints.print(ConsoleWords.BOOT));
  }

  @Given("the {kit} is programmed with {flaw}")
  public void isProgrammed(Kit kit, Flaw flaw) {
    kit.program(flaw::in);
  }

  @Given("the {kit} is programmed with the access point {string}")
  public void isProgrammed(Kit kit, String ssid) {
    kit.program(image -> image.withConfigSsid(ssid));
  }

  @When("I restart the {kit}")
  public void restart(Kit kit) {
    kit.restart();
  }

  @Then("the {kit} gets ready")
  public void getsReady(Kit kit) {
    kit.awaitReady();
  }

  @Then("the {kit} has joined the network")
  public void hasJoined(Kit kit) {
    kit.console().during(Limit.NOW).should(Prints.printTimes(ConsoleWords.JOINED, 1));
  }

  @Then("the {kit} says {string} within {limit}")
  public void says(Kit kit, String text, Limit limit) {
    kit.console().within(limit.on(kit)).should(Prints.print(text));
  }

  @Then("the {kit} does not say {string} in {limit}")
  public void doesNotSay(Kit kit, String text, Limit limit) {
    kit.console().during(limit.on(kit)).should(Prints.notPrint(text));
  }

  @Then("the {kit} says nothing in {limit}")
  public void saysNothing(Kit kit, Limit limit) {
    kit.console().during(limit.on(kit)).should(Prints.staySilent());
  }
}
