package io.kitproof.steps.words;

import io.cucumber.java.en.Then;
import io.kitproof.fixtures.Acknowledgements;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Certificates;
import io.kitproof.fixtures.Kit;
import io.kitproof.fixtures.Link;
import io.kitproof.fixtures.Links;
import io.kitproof.fixtures.Registers;
import io.kitproof.fixtures.Resends;
import io.kitproof.fixtures.Retries;
import io.kitproof.fixtures.expect.Behaviour;
import io.kitproof.fixtures.expect.OrKnown;
import java.time.Duration;

/**
 * The criteria of AWS IoT Device Advisor. Where the course's firmware is known to miss one, what it
 * does instead is said too: it passes with a warning, and whatever does better passes without.
 */
public final class AdvisorWords {
  private static final String SDK = "a known limit of its SDK";

  /** How long a cloud may take until it shows what it has acknowledged. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Bench bench;

  public AdvisorWords(Bench bench) {
    this.bench = bench;
  }

  @Then(
      "the {kit} tries {int} times at growing intervals in {limit}, or {int} times as its SDK does")
  public void triesAgain(Kit kit, int attempts, Limit limit, int known) {
    watch(kit, limit, Retries.backOff(attempts), Retries.giveUpAfter(known), SDK);
  }

  @Then(
      "the {kit} comes back {int} times at growing intervals in {limit}, or stays away as its SDK"
          + " does")
  public void comesBack(Kit kit, int attempts, Limit limit) {
    watch(kit, limit, Retries.backOff(attempts), Retries.giveUpAfter(0), SDK);
  }

  @Then("the {kit} sends its message again as the same one within {limit}")
  public void sendsAgain(Kit kit, Limit limit) {
    Link.of(kit, bench).within(limit.on(kit)).should(Resends.sendAgain("PUBLISH"));
  }

  @Then("the {kit} asks again as the same subscription within {limit}")
  public void asksAgain(Kit kit, Limit limit) {
    Link.of(kit, bench).within(limit.on(kit)).should(Resends.sendAgain("SUBSCRIBE"));
  }

  @Then("the {kit} subscribes within {limit}")
  public void subscribes(Kit kit, Limit limit) {
    Link.of(kit, bench).within(limit.on(kit)).should(Resends.send("SUBSCRIBE"));
  }

  @Then(
      "the {kit} acknowledges what it is sent in {duration}, or asks for no acknowledged delivery as"
          + " its SDK does")
  public void acknowledges(Kit kit, Duration length) {
    Link.of(kit, bench)
        .during(length)
        .should(
            new OrKnown<>(
                Acknowledgements.acknowledgeAll(),
                Acknowledgements.haveNothingToAcknowledge(),
                SDK));
  }

  @Then("the {kit} refuses the cloud's certificate in {limit}")
  public void refuses(Kit kit, Limit limit) {
    Link.of(kit, bench).during(limit.on(kit)).should(Certificates.refuse());
  }

  @Then(
      "the {kit} refuses the cloud's certificate in {limit}, or connects as its SDK does, whose"
          + " clock says 1970")
  public void refusesOrConnects(Kit kit, Limit limit) {
    watch(kit, limit, Certificates.refuse(), Links.haveConnected(), SDK);
  }

  @Then("the policies of the {kit} allow no more than it needs, or are the handout's")
  public void areNarrow(Kit kit) {
    bench.cloud().registered(kit).within(SOON).should(Registers.haveNarrowPolicies());
  }

  private void watch(
      Kit kit, Limit limit, Behaviour<Link> better, Behaviour<Link> known, String why) {
    Link.of(kit, bench).during(limit.on(kit)).should(new OrKnown<>(better, known, why));
  }
}
