package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Carries;
import io.kitproof.fixtures.Deliveries;
import io.kitproof.fixtures.Kit;
import java.time.Duration;

/** Messages: published, delivered, and seen by the test client. */
public final class MessageWords {
  private final Bench bench;

  public MessageWords(Bench bench) {
    this.bench = bench;
  }

  @Given("the test client listens to {topic}")
  public void listens(String topic) {
    bench.cloud().listen(topic);
  }

  @When("somebody publishes {message} to {topic}")
  public void publish(Payload message, String topic) {
    bench.cloud().testClient().publish(topic, message.bytes());
  }

  @When("somebody publishes {texts} to {topic}, {duration} apart")
  public void publish(Texts texts, String topic, Duration apart) {
    bench.cloud().testClient().publish(topic, texts.bytes(), apart);
  }

  @Then("the {kit} publishes {string} within {duration}")
  public void publishes(Kit kit, String text, Duration limit) {
    bench.cloud().topic(kit.topic()).within(limit).should(Carries.carry(text));
  }

  @Then("the {kit} publishes {texts} within {duration}")
  public void publishes(Kit kit, Texts texts, Duration limit) {
    bench.cloud().topic(kit.topic()).within(limit).should(Carries.carryInOrder(texts.all()));
  }

  @Then("the {kit} publishes nothing in {duration}")
  public void publishesNothing(Kit kit, Duration length) {
    kit.messages().during(length).should(Carries.stayQuiet());
  }

  @Then("the {kit} publishes exactly {int} message(s) in {duration}")
  public void publishesExactly(Kit kit, int messages, Duration length) {
    kit.messages().during(length).should(Carries.count(messages));
  }

  @Then("what the {kit} publishes in {duration} has QoS {int} and is not retained")
  public void hasQos(Kit kit, Duration length, int qos) {
    kit.messages().during(length).should(Carries.beSentAt(qos));
  }

  @Then("the {kit} receives {texts} within {duration}")
  public void receives(Kit kit, Texts texts, Duration limit) {
    Deliveries.to(kit, bench).within(limit).should(Carries.carryInOrder(texts.all()));
  }

  @Then("the test client hears {texts} on {topic} within {duration}")
  public void hears(Texts texts, String topic, Duration limit) {
    bench.cloud().testClientOn(topic).within(limit).should(Carries.carryInOrder(texts.all()));
  }

  @Then("the test client hears {string} on {topic} within {duration}")
  public void hears(String text, String topic, Duration limit) {
    bench.cloud().testClientOn(topic).within(limit).should(Carries.carry(text));
  }

  @Then("the test client hears nothing on {topic} in {duration}")
  public void hearsNothing(String topic, Duration length) {
    bench.cloud().testClientOn(topic).during(length).should(Carries.stayQuiet());
  }
}
