package io.kitproof.broker.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The misbehaviour that is in force: of several that fit the newest counts. */
final class Script {

  /** By what it is told whom a misbehaviour concerns. */
  enum By {
    CLIENT_ID,
    TOPIC,
    FILTER,
    PRINCIPAL
  }

  /** For a misbehaviour that goes on until it is rolled back. */
  static final int ALWAYS = Integer.MAX_VALUE;

  /** The newest first. */
  private final List<Scripted> all = new CopyOnWriteArrayList<>();

  /** One registration; its identity is what rolls it back. */
  private static final class Scripted {
    private final By by;
    private final String name;
    private final Misbehaviour what;
    private final AtomicInteger left;

    Scripted(By by, String name, Misbehaviour what, int times) {
      this.by = by;
      this.name = name;
      this.what = what;
      this.left = new AtomicInteger(times);
    }

    boolean concerns(By how, String called, String principal) {
      return left.get() > 0 && name.equals(by == By.PRINCIPAL ? principal : called) && fits(how);
    }

    private boolean fits(By how) {
      return by == how || by == By.PRINCIPAL;
    }

    boolean taken() {
      return left.getAndUpdate(n -> n == ALWAYS ? n : Math.max(0, n - 1)) > 0;
    }
  }

  Rollback add(By by, String name, Misbehaviour what, int times) {
    Scripted scripted = new Scripted(by, name, what, times);
    all.add(0, scripted);
    return () -> all.remove(scripted);
  }

  /** What is in force at this moment for whoever is called so, or has this certificate. */
  <T extends Misbehaviour> @Nullable T at(
      Class<T> moment, By how, String called, String principal) {
    for (Scripted scripted : all) {
      if (moment.isInstance(scripted.what) && scripted.concerns(how, called, principal)) {
        return moment.cast(scripted.what);
      }
    }
    return null;
  }

  /** The same, and one of the times it is to happen is used up. */
  <T extends Misbehaviour> @Nullable T take(
      Class<T> moment, By how, String called, String principal) {
    for (Scripted scripted : all) {
      if (moment.isInstance(scripted.what)
          && scripted.concerns(how, called, principal)
          && scripted.taken()) {
        return moment.cast(scripted.what);
      }
    }
    return null;
  }

  /** What is in force, in words. */
  List<String> words() {
    return all.stream().map(s -> s.what + " for " + s.name).toList();
  }
}
