package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.kitproof.fixtures.Answers;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Carries;
import io.kitproof.fixtures.Grant;
import io.kitproof.fixtures.Papers;
import io.kitproof.fixtures.Registers;
import io.kitproof.fixtures.Thing;
import io.kitproof.fixtures.Trials;
import java.time.Duration;
import java.util.List;

/** Things in the registry, and what a client with their papers may do. */
public final class ThingWords {
  /** How long a cloud may take until it shows what it has acknowledged. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Bench bench;

  public ThingWords(Bench bench) {
    this.bench = bench;
  }

  @When("{thing} is provisioned")
  public void isProvisioned(Thing thing) {
    thing.provision(Grant.EVERYTHING);
  }

  @Given("{thing} is provisioned {grant}")
  public void isProvisioned(Thing thing, Grant grant) {
    thing.provision(grant);
  }

  @When("the certificate of {thing} is deactivated")
  public void isDeactivated(Thing thing) {
    thing.deactivate();
  }

  @When("somebody deletes {thing}")
  public void deletes(Thing thing) {
    thing.delete();
  }

  @When("somebody deletes the certificate of {thing}")
  public void deletesCertificate(Thing thing) {
    thing.deleteCertificate();
  }

  @When("somebody deletes the policy of {thing}")
  public void deletesPolicy(Thing thing) {
    thing.deletePolicy();
  }

  @When("somebody downloads the certificate of {thing} again")
  public void downloadsAgain(Thing thing) {
    thing.askForCertificate();
  }

  @When("a client connects {papers}")
  public void connects(Papers papers) {
    bench.cloud().tryWith(papers);
  }

  @When("the client subscribes to {topic}")
  public void subscribes(String topic) {
    bench.cloud().trial().subscribe(topic);
  }

  @When("the client publishes {string} to {topic}")
  public void publishes(String text, String topic) {
    bench.cloud().trial().publish(topic, text);
  }

  @When("somebody chooses the topic {string} for {thing}")
  public void chooses(String topic, Thing thing) {
    thing.choose(topic);
  }

  @Then("the registry has {thing}")
  public void has(Thing thing) {
    thing.registered().within(SOON).should(Registers.have(thing));
  }

  @Then("the registry has an active certificate for {thing}")
  public void hasCertificate(Thing thing) {
    thing.registered().within(SOON).should(Registers.haveAnActiveCertificateFor(thing));
  }

  @Then("the policy lets {thing} connect, publish, subscribe and receive")
  public void lets(Thing thing) {
    List<String> all = List.of("Connect", "Publish", "Subscribe", "Receive");
    thing.registered().within(SOON).should(Registers.let(thing, all));
  }

  @Then("the download is as it should be")
  public void downloadIsGood() {
    Answers.ofDownloads(bench).within(SOON).should(Answers.beContent());
  }

  @Then("the registry refuses with {string}")
  public void refuses(String words) {
    Answers.ofRegistry(bench).within(SOON).should(Answers.refuse(words));
  }

  @Then("the topic keeps the habits")
  public void keepsHabits() {
    Answers.ofLint(bench).within(SOON).should(Answers.beContent());
  }

  @Then("the topic breaks a habit: it {string}")
  public void breaksHabit(String words) {
    Answers.ofLint(bench).within(SOON).should(Answers.refuse(words));
  }

  @Then("the client is let in")
  public void isLetIn() {
    bench.cloud().trial().within(SOON).should(Trials.beLetIn());
  }

  @Then("the client is refused")
  public void isRefused() {
    bench.cloud().trial().within(SOON).should(Trials.beRefused());
  }

  @Then("the client hears {string} on {topic} within {duration}")
  public void hears(String text, String topic, Duration limit) {
    bench.cloud().trial().on(topic).within(limit).should(Carries.carry(text));
  }

  @Then("the client hears nothing on {topic} in {duration}")
  public void hearsNothing(String topic, Duration length) {
    bench.cloud().trial().on(topic).during(length).should(Carries.stayQuiet());
  }
}
