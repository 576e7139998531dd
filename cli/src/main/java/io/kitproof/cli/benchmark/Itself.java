package io.kitproof.cli.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is started once more. */
final class Itself {
  private Itself() {}

  /** The launcher it was started by; without one, this JVM's class path. */
  static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    String launcher = System.getProperty("kitproof.launcher", "");
    if (launcher.isEmpty()) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add("io.kitproof.cli.Kitproof");
    } else {
      command.add(launcher);
    }
    command.addAll(arguments);
    return command;
  }
}
