package io.kitproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.cucumberexpressions.Transformer;
import io.cucumber.java.en.Then;
import io.kitproof.fixtures.benchfile.BenchFile;
import io.kitproof.reports.Cause;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Step;
import io.kitproof.reports.Verdict;
import io.kitproof.steps.words.Types;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** A check that can't fail proves nothing: each Then is seen failing, with its message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("what comes within 300 ms is in its messages")
final class EveryThenFailsTest {
  private RunRecord run = new RunRecord("", "", java.time.Instant.EPOCH, List.of(), false);

  @BeforeAll
  void run_the_snippets() {
    run =
        CourseRun.on(BenchFile.load("virtual"))
            .only(List.of(Snippets.path("every_then.feature")))
            .run(Progress.none());
  }

  @Test
  void each_scenario_fails_with_the_sentence_that_is_its_name() {
    assertThat(run.scenarios()).isNotEmpty();
    assertThat(run.scenarios())
        .allSatisfy(
            s -> {
              assertThat(s.cause().map(Cause::text).orElse("").lines().findFirst())
                  .contains(s.name());
              assertThat(s.verdict()).isEqualTo(Verdict.FAILED);
            });
  }

  @Test
  void each_then_has_a_scenario_in_which_it_fails() throws Exception {
    ExpressionFactory expressions = new ExpressionFactory(types());
    List<String> failing = run.scenarios().stream().map(EveryThenFailsTest::failedStep).toList();

    assertThat(thens()).hasSizeGreaterThan(10);
    assertThat(thens())
        .allSatisfy(
            then -> {
              Expression expression = expressions.createExpression(then);
              assertThat(failing).anyMatch(text -> expression.match(text) != null);
            });
  }

  private static String failedStep(ScenarioRecord scenario) {
    return scenario.steps().stream()
        .filter(step -> step.status() == Step.Status.FAILED)
        .findFirst()
        .filter(step -> step.keyword().equals("Then"))
        .map(Step::text)
        .orElse("no Then failed");
  }

  private static List<String> thens() throws IOException, URISyntaxException {
    Path words =
        Path.of(Types.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(Types.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(words)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> Types.class.getPackageName() + "." + name.replace(".class", ""))
          .flatMap(name -> Arrays.stream(load(name).getDeclaredMethods()))
          .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Then.class)))
          .map(Then::value)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ParameterTypeRegistry types() {
    ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
    for (Method method : Types.class.getDeclaredMethods()) {
      var type = method.getAnnotation(io.cucumber.java.ParameterType.class);
      if (type != null) {
        Transformer<String> itself = text -> String.valueOf(text);
        registry.defineParameterType(
            new ParameterType<>(
                method.getName(), type.value(), String.class, itself, false, false));
      }
    }
    return registry;
  }
}
