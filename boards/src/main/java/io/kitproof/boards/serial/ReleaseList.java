package io.kitproof.boards.serial;

import io.kitproof.boards.serial.SerialLine.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to run when the JVM ends while a part is in use: each, whatever became of the others. */
public final class ReleaseList {
  private static final Logger log = LoggerFactory.getLogger(ReleaseList.class);

  private final String part;
  private final List<Runnable> deeds = new CopyOnWriteArrayList<>();

  /** Nothing yet. */
  public ReleaseList(String part) {
    this.part = part;
  }

  /** Has it run; closing what this returns ends that. */
  public Registration add(Runnable deed) {
    deeds.add(deed);
    return () -> deeds.remove(deed);
  }

  /** Runs all of them. */
  public void run() {
    for (Runnable deed : deeds) {
      try {
        deed.run();
      } catch (RuntimeException failed) {
        log.warn("{} could not be released at shutdown: {}", part, failed.getMessage());
      }
    }
  }

  /** Forgets all of them. */
  public void clear() {
    deeds.clear();
  }
}
