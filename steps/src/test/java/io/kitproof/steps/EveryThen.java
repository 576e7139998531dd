package io.kitproof.steps;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.cucumberexpressions.Transformer;
import io.cucumber.java.en.Then;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Step;
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

/** The checks that features can make, and which of them a run has seen failing. */
final class EveryThen {
  private EveryThen() {}

  /** The sentences of the checks that failed in no scenario of the run. */
  static List<String> neverSeenFailing(RunRecord run) throws IOException, URISyntaxException {
    ExpressionFactory expressions = new ExpressionFactory(types());
    List<String> failing = run.scenarios().stream().map(EveryThen::failedStep).toList();
    return there().stream()
        .filter(
            then -> {
              Expression expression = expressions.createExpression(then);
              return failing.stream().noneMatch(text -> expression.match(text) != null);
            })
        .toList();
  }

  private static String failedStep(ScenarioRecord scenario) {
    return scenario.steps().stream()
        .filter(step -> step.status() == Step.Status.FAILED)
        .findFirst()
        .filter(step -> step.keyword().equals("Then"))
        .map(Step::text)
        .orElse("no Then failed");
  }

  /** The sentences of all checks. */
  static List<String> there() throws IOException, URISyntaxException {
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
