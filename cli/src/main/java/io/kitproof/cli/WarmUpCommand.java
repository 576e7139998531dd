package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code kitproof warm-up}: does a little of everything, so that the JVM can store the classes of
 * it in an archive. The launcher calls it once a build.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final List<List<String>> COMMANDS =
      List.of(List.of("benchmark", "reaction", "--presses", "3", "--format", "json"));

  @Override
  public Integer call() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Screen silent = Screen.of(nowhere, nowhere, true, false);
    return COMMANDS.stream()
        .mapToInt(words -> Kitproof.execute(silent, words.toArray(String[]::new)))
        .max()
        .orElse(0);
  }
}
