package io.kitproof.boards.serial;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that has a port open, as a forgotten terminal program would. */
final class OtherProcess implements AutoCloseable {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** As cat or minicom: just open. */
  static OtherProcess reading(Path port) throws IOException {
    return start(port, "exec 3<>\"$0\"; echo ready; read end");
  }

  /** As programs that respect others: with an advisory lock. */
  static OtherProcess locking(Path port) throws IOException {
    return start(port, "exec 3<>\"$0\"; flock 3; echo ready; read end");
  }

  private static OtherProcess start(Path port, String script) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", script, port.toString()).start();
    BufferedReader out = process.inputReader();
    if (!"ready".equals(out.readLine())) {
      throw new IOException("The other process did not open " + port);
    }
    return new OtherProcess(process);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws Exception {
    process.getOutputStream().close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The other process does not end");
    }
  }
}
