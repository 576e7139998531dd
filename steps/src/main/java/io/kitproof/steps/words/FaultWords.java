package io.kitproof.steps.words;

import io.cucumber.java.en.Given;
import io.kitproof.broker.ca.ServerFlaw;
import io.kitproof.broker.gateway.Misbehaviour;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.Kit;
import java.time.Duration;

/** What the cloud does wrong until the scenario ends, to one kit where it can tell it. */
public final class FaultWords {
  /** Stock firmware loses the second of two messages that come in one piece. */
  private static final Duration NOT_IN_ONE_PIECE = Duration.ofMillis(150);

  private final Bench bench;

  public FaultWords(Bench bench) {
    this.bench = bench;
  }

  @Given("the cloud does not answer when the {kit} connects")
  public void answersNoConnect(Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.withholdConnack());
  }

  @Given("the cloud does not answer the next {int} times the {kit} connects")
  public void answersNoConnect(int times, Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.withholdConnack(), times);
  }

  @Given("the cloud answers {limit} late when the {kit} connects")
  public void answersLate(Limit delay, Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.delayConnack(delay.on(kit)));
  }

  @Given("the cloud acknowledges no message of the {kit}")
  public void acknowledgesNothing(Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.withholdPuback());
  }

  @Given("the cloud confirms no subscription of the {kit}")
  public void confirmsNoSubscription(Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.withholdSuback());
  }

  @Given("the cloud answers no ping of the {kit}")
  public void answersNoPing(Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.withholdPingresp());
  }

  @Given("the cloud disconnects the {kit} {int} time(s)")
  public void disconnects(Kit kit, int times) {
    bench.cloud().toward(kit).disconnect(times);
  }

  @Given("the cloud falls silent for the {kit}")
  public void fallsSilent(Kit kit) {
    bench.cloud().toward(kit).fallSilent();
  }

  @Given("the cloud delivers each message to the {kit} twice")
  public void deliversTwice(Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.repeatDeliveries(NOT_IN_ONE_PIECE));
  }

  @Given("the cloud delivers messages to the {kit} {duration} late")
  public void deliversLate(Kit kit, Duration delay) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.delayDeliveries(delay));
  }

  @Given("the cloud shows {certificate}")
  public void shows(ServerFlaw flaw) {
    bench.cloud().show(flaw);
  }

  @Given("the cloud has forgotten the session of the {kit}")
  public void hasForgotten(Kit kit) {
    bench.cloud().toward(kit).misbehave(Misbehaviour.expireSession());
  }

  @Given("the cloud can't take shadow updates of the {kit}")
  public void takesNoUpdates(Kit kit) {
    bench.cloud().toward(kit).refuseShadowUpdates(false);
  }

  @Given("the cloud finds a version conflict in each shadow update of the {kit}")
  public void findsConflicts(Kit kit) {
    bench.cloud().toward(kit).refuseShadowUpdates(true);
  }
}
