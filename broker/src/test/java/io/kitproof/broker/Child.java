package io.kitproof.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java process of its own that can be killed at any moment, and what it prints. */
public final class Child implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /** Starts a program among the tests. */
  public static Child of(Class<?> program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for tenths of a second: starts fast rather than runs fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  public long pid() {
    return process.pid();
  }

  /** The next line that it prints, "null" after its end. */
  public String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  /** Kills it that much later, with SIGKILL; what it printed before can still be read. */
  public void killAfter(int millis) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
        .execute(() -> process.toHandle().destroyForcibly());
  }

  /** All that it still prints until its end, whole lines only. */
  public Stream<String> lines() {
    return output.lines();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
