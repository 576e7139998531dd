package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.kitproof.broker.gateway.Misbehaviour;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.Link;
import io.kitproof.fixtures.Links;
import java.time.Duration;

/** The cloud, and who is connected to it. */
public final class CloudWords {
  private final Bench bench;

  public CloudWords(Bench bench) {
    this.bench = bench;
  }

  @Given("the cloud takes {duration} to acknowledge a message on {topic}")
  public void acknowledgesLate(Duration delay, String topic) {
    bench.cloud().onPublish(topic, Misbehaviour.delayPuback(delay));
  }

  @Given("the {kit} may speak to its own shadow only")
  public void mayOnly(Kit kit) {
    bench.cloud().allowOwnShadowOnly(kit);
  }

  @Given("the {kit} may read but not write")
  public void mayRead(Kit kit) {
    bench.cloud().allowReadingOnly(kit);
  }

  @Given("the cloud takes {limit} to acknowledge what the {kit} tells its shadow")
  public void acknowledgesShadowLate(Limit delay, Kit kit) {
    bench.cloud().delayShadowOf(kit, delay.on(kit));
  }

  @When("half a delta reaches the {kit}")
  public void sendsHalf(Kit kit) {
    bench.cloud().sendHalfADelta(kit);
  }

  @When("the broker is lost")
  public void isLost() {
    bench.cloud().goDown();
  }

  @When("the broker comes back")
  public void comesBack() {
    bench.cloud().comeBack();
  }

  @Then("the {kit} has connected with its own certificate")
  public void hasConnected(Kit kit) {
    Link.of(kit, bench).during(Limit.NOW).should(Links.haveConnected());
  }

  @Then("the {kit} has asked for a clean session and a keep-alive of {int} seconds")
  public void hasAskedFor(Kit kit, int keepAlive) {
    Link.of(kit, bench).during(Limit.NOW).should(Links.haveAskedFor(keepAlive));
  }

  @Then("the {kit} loses its connection within {limit}")
  public void losesConnection(Kit kit, Limit limit) {
    Link.of(kit, bench).within(limit.on(kit)).should(Links.beCut());
  }

  @Then("the {kit} does not connect in {limit}")
  public void doesNotConnect(Kit kit, Limit limit) {
    Link.of(kit, bench).during(limit.on(kit)).should(Links.stayAway());
  }
}
