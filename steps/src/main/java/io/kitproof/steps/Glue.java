package io.kitproof.steps;

import io.cucumber.core.backend.ObjectFactory;
import io.kitproof.fixtures.Bench;
import io.kitproof.steps.words.Frame;
import java.util.LinkedHashSet;
import java.util.Set;
import org.picocontainer.DefaultPicoContainer;
import org.picocontainer.MutablePicoContainer;

/** Makes the words of each scenario anew and gives them the bench of the run. */
final class Glue implements ObjectFactory {
  private final RunningBench running;
  private final Frame frame;
  private final Set<Class<?>> words = new LinkedHashSet<>();
  private MutablePicoContainer scenario = new DefaultPicoContainer();

  Glue(RunningBench running, Frame frame) {
    this.running = running;
    this.frame = frame;
  }

  @Override
  public boolean addClass(Class<?> word) {
    words.add(word);
    return true;
  }

  @Override
  public void start() {
    scenario = new DefaultPicoContainer();
    scenario.addComponent(Frame.class, frame);
    if (running.isThere()) {
      scenario.addComponent(Bench.class, running.get());
    }
    words.forEach(scenario::addComponent);
  }

  @Override
  public void stop() {
    scenario = new DefaultPicoContainer();
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    return scenario.getComponent(type);
  }
}
