package io.kitproof.boards.net;

import io.kitproof.boards.serial.SerialLine.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to run when the JVM ends while something on the network is still in use. */
public final class Releases implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Releases.class);

  private final String part;
  private final List<Runnable> deeds = new CopyOnWriteArrayList<>();
  private @Nullable Thread hook;

  /** Nothing yet; closed by whoever made it. */
  public Releases(String part) {
    this.part = part;
  }

  /** Has it run at shutdown; closing what this returns ends that. */
  public synchronized Registration add(Runnable deed) {
    deeds.add(deed);
    if (hook == null) {
      Thread first = new Thread(this::run, "kitproof-release-" + part);
      Runtime.getRuntime().addShutdownHook(first);
      hook = first;
    }
    return () -> deeds.remove(deed);
  }

  private void run() {
    for (Runnable deed : deeds) {
      try {
        deed.run();
      } catch (RuntimeException failed) {
        log.warn("{} could not be released at shutdown: {}", part, failed.getMessage());
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (hook != null && Runtime.getRuntime().removeShutdownHook(hook)) {
        deeds.clear();
      }
    } catch (IllegalStateException ending) {
      log.debug("{} is closed while the JVM ends", part);
    }
  }
}
