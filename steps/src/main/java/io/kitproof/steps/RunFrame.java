package io.kitproof.steps;

import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import io.kitproof.fixtures.Bench;
import io.kitproof.fixtures.benchfile.CloudSpec;
import io.kitproof.fixtures.benchfile.KitSpec;
import io.kitproof.fixtures.health.Wedge;
import io.kitproof.fixtures.provision.CloudRefusal;
import io.kitproof.reports.Recording;
import io.kitproof.reports.diagnosis.BenchFacts;
import io.kitproof.reports.evidence.AllureExhibits;
import io.kitproof.steps.words.Frame;
import io.qameta.allure.AllureLifecycle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins and ends each scenario on the bench, and keeps what was seen in it. */
final class RunFrame implements Frame {
  private static final Logger log = LoggerFactory.getLogger(RunFrame.class);
  private static final String NEEDS = "@needs-";

  private final RunningBench running;
  private final Optional<AllureLifecycle> allure;
  private final Consumer<Wedge> wedged;
  private volatile boolean stopped;
  private @Nullable Recording seen;

  RunFrame(RunningBench running, Optional<AllureLifecycle> allure, Consumer<Wedge> wedged) {
    this.running = running;
    this.allure = allure;
    this.wedged = wedged;
  }

  /** No further scenario begins. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  @Override
  public void begin(Scenario scenario) {
    seen = null;
    if (stopped) {
      throw new TestAbortedException("The run was stopped before this scenario.");
    }
    Bench bench = running.get();
    bench.beginScenario(scenario.getName());
    scenario.getSourceTagNames().stream().sorted().forEach(tag -> require(tag, bench));
  }

  private static void require(String tag, Bench bench) {
    if (tag.equals("@needs-cloud")) {
      assume(bench.file().cloud().isPresent(), "This bench has no cloud.");
    } else if (tag.startsWith(NEEDS)) {
      String kit = tag.substring(NEEDS.length());
      assume(
          bench.file().kits().containsKey(kit),
          "This bench has no kit \"%s\". Kits: %s."
              .formatted(kit, String.join(", ", bench.file().kits().keySet())));
    } else if (tag.equals("@virtual")) {
      assume(
          bench.file().kits().values().stream().allMatch(KitSpec::virtual),
          "It builds firmware of its own, which only a virtual kit takes.");
    } else if (tag.equals("@cloud-fault")) {
      assume(
          bench.file().cloud().filter(CloudSpec.Local.class::isInstance).isPresent(),
          "It disturbs the cloud, which only a local one allows.");
    }
  }

  private static void assume(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new TestAbortedException(otherwise);
    }
  }

  @Override
  public void end(Scenario scenario) {
    if (!running.isThere()) {
      return;
    }
    if (stopped && Thread.interrupted()) {
      // Letting the buttons go must not be cut short by what stopped the run.
      stopped = true;
    }
    Bench bench = running.get();
    if (scenario.getStatus() == Status.FAILED && !stopped) {
      look(bench);
    }
    Optional<RuntimeException> trouble = close(bench);
    Recording recording = Recording.of(bench.timeline(), Clock.systemUTC());
    seen = recording;
    allure.ifPresent(lifecycle -> AllureExhibits.attach(lifecycle, recording));
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  /** What is known of the bench, seen or not. */
  BenchFacts facts() {
    return running.isThere() ? BenchFacts.of(running.get()) : new BenchFacts(List.of());
  }

  /** The bench itself failed in the scenario that just ended: it is looked after. */
  void benchFailed() {
    if (running.isThere() && !stopped) {
      running.failed().ifPresent(wedged);
    }
  }

  /** What can't be looked at any more explains nothing; what failed was something else. */
  private static void look(Bench bench) {
    try {
      bench.lookAtThings();
    } catch (CloudRefusal gone) {
      log.info("The registry can't be asked: {}", gone.getMessage());
    }
  }

  private static Optional<RuntimeException> close(Bench bench) {
    try {
      return bench.endScenario();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** What was seen in the scenario that just ended; nothing when there was no bench. */
  Recording seen() {
    Recording recording = seen;
    return recording == null
        ? new Recording("", System.nanoTime(), Instant.now(), List.of())
        : recording;
  }
}
