package io.kitproof.cli;

import io.kitproof.cli.terminal.Screen;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code kitproof warm-up}: does a little of everything, so that the JVM can store the classes of
 * it in an archive. The launcher calls it once a build.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR")
  private Path report = Path.of("");

  @Override
  public Integer call() {
    int presses = quietly("benchmark", "reaction", "--presses", "3", "--format", "json");
    int course = quietly("run", "04", "--out", report.toString());
    return Math.max(presses, course);
  }

  private static int quietly(String... words) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Screen silent = Screen.of(nowhere, nowhere, true, false);
    return Kitproof.execute(silent, Interruption.never(), words);
  }
}
