package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.kitproof.fixtures.Accords;
import io.kitproof.fixtures.Led;
import io.kitproof.fixtures.Shadow;
import io.kitproof.fixtures.ShadowMessages;
import io.kitproof.fixtures.ShadowVersions;
import io.kitproof.fixtures.Shadows;
import io.kitproof.fixtures.shadow.ShadowChange;
import io.kitproof.fixtures.shadow.Value;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** Shadows: what is desired of a thing, and what it reports. */
public final class ShadowWords {
  /** How long a cloud may take until it answers. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /** To speak of a shadow is to watch it. */
  @Given("the shadow of {shadow} is watched")
  public void isWatched(@SuppressWarnings("unused") Shadow shadow) {}

  @Given("the shadow of {shadow} does not exist")
  public void doesNotExist(Shadow shadow) {
    shadow.forget();
  }

  @When("the cloud desires {string} {value} of {shadow}")
  public void desires(String key, Value value, Shadow shadow) {
    shadow.desire(key, value);
  }

  @When("the cloud desires {string} {value} of {shadow} at {version}")
  public void desires(String key, Value value, Shadow shadow, LongUnaryOperator version) {
    long expected = version.applyAsLong(shadow.version());
    shadow.write(ShadowChange.desired(key, value).of(expected));
  }

  @When("{shadow} reports {string} {value}")
  public void reports(Shadow shadow, String key, Value value) {
    shadow.reportAsThing(key, value);
  }

  @When("the shadow of {shadow} is deleted")
  public void isDeleted(Shadow shadow) {
    shadow.delete();
  }

  @When("somebody asks for the shadow of {shadow}")
  public void asks(Shadow shadow) {
    shadow.get();
  }

  @Then("the shadow of {shadow} desires {string} {value} within {duration}")
  public void desires(Shadow shadow, String key, Value value, Duration limit) {
    shadow.within(limit).should(Shadows.desire(key, value));
  }

  @Then("the shadow of {shadow} reports {string} {value} within {duration}")
  public void reports(Shadow shadow, String key, Value value, Duration limit) {
    shadow.within(limit).should(Shadows.report(key, value));
  }

  @Then("the shadow of {shadow} sends a delta with {string} {value} within {duration}")
  public void sendsDelta(Shadow shadow, String key, Value value, Duration limit) {
    shadow.within(limit).should(Shadows.sendDelta(key, value));
  }

  @Then("the shadow of {shadow} sends no delta in {duration}")
  public void sendsNoDelta(Shadow shadow, Duration length) {
    shadow.during(length).should(Shadows.sendNoDelta());
  }

  @Then("the version of the shadow of {shadow} rises within {duration}")
  public void rises(Shadow shadow, Duration limit) {
    shadow.within(limit).should(ShadowVersions.rise());
  }

  @Then("the version of the shadow of {shadow} rises by {int} in {duration}")
  public void rises(Shadow shadow, int versions, Duration length) {
    shadow.during(length).should(ShadowVersions.riseBy(versions));
  }

  @Then("the messages of the shadow of {shadow} are {sayings} within {duration}")
  public void says(Shadow shadow, Sayings sayings, Duration limit) {
    shadow.within(limit).should(sayings.said());
  }

  @Then("the shadow of {shadow} agrees with the {led} after {duration}")
  public void agrees(Shadow shadow, Led led, Duration length) {
    shadow.during(length).should(Accords.agreeWith(led));
  }

  @Then("the shadow of {shadow} has heard of it after the {led} changed")
  public void hasHeardAfter(Shadow shadow, Led led) {
    shadow.during(Limit.NOW).should(Accords.hearAfterTheChangeOf(led));
  }

  @Then("the shadow of {shadow} refuses with {int}")
  public void refuses(Shadow shadow, int code) {
    shadow.within(SOON).should(ShadowMessages.refuse(code));
  }
}
