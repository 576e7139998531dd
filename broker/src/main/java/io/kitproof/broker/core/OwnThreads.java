package io.kitproof.broker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Gives the threads that foreign code starts a group and a name of ours, so that a thread dump
 * tells whose they are; daemon threads as far as that code does not insist on others.
 */
final class OwnThreads {

  private OwnThreads() {}

  static <T> T build(String name, Callable<T> construction) {
    ThreadGroup group = new ThreadGroup(name);
    FutureTask<T> task = new FutureTask<>(construction);
    Thread builder = new Thread(group, task, name + "-start");
    builder.setDaemon(true);
    builder.start();
    try {
      T built = task.get();
      of(group).stream()
          .filter(t -> t != builder)
          .forEach(t -> t.setName(name + "-" + t.getName().replace(' ', '-')));
      return built;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot build " + name + ".", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while building " + name + ".", e);
    }
  }

  private static List<Thread> of(ThreadGroup group) {
    Thread[] threads = new Thread[2 * group.activeCount() + 8];
    int count = group.enumerate(threads);
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional.ofNullable(threads[i]).ifPresent(all::add);
    }
    return all;
  }
}
