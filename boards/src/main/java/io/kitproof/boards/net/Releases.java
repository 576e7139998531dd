package io.kitproof.boards.net;

import io.kitproof.boards.serial.ReleaseList;
import io.kitproof.boards.serial.SerialLine.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to run when the JVM ends while something on the network is still in use. */
public final class Releases implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Releases.class);

  private final String part;
  private final ReleaseList deeds;
  private @Nullable Thread hook;

  /** Nothing yet; closed by whoever made it. */
  public Releases(String part) {
    this.part = part;
    this.deeds = new ReleaseList(part);
  }

  /** Has it run at shutdown; closing what this returns ends that. */
  public synchronized Registration add(Runnable deed) {
    Registration registered = deeds.add(deed);
    if (hook == null) {
      Thread first = new Thread(deeds::run, "kitproof-release-" + part);
      Runtime.getRuntime().addShutdownHook(first);
      hook = first;
    }
    return registered;
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
