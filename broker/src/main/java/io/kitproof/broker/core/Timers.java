package io.kitproof.broker.core;

import io.moquette.broker.scheduler.ScheduledExpirationService;
import io.moquette.interception.BrokerInterceptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One daemon thread in the place of those that Moquette makes to expire sessions, wills and
 * retained messages: those are no daemons and would keep a program alive that died before it closed
 * its cloud. They are private, so this reaches for them by reflection and says so at once if a
 * version differs.
 */
public final class Timers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(1, daemons("kitproof-core-expiry"));

  /** Ends the expiry thread in this field and does its work each second, as that did. */
  public void takeOver(Class<?> kind, Object owner, String field) {
    try {
      ScheduledExpirationService<?> service =
          (ScheduledExpirationService<?>) field(kind, field).get(owner);
      Method check = ScheduledExpirationService.class.getDeclaredMethod("checkExpiredEntities");
      check.setAccessible(true);
      service.shutdown();
      timer.scheduleWithFixedDelay(() -> run(check, service), 1, 1, TimeUnit.SECONDS);
    } catch (ReflectiveOperationException e) {
      throw unknown(kind, field, e);
    }
  }

  /**
   * Has the interceptor do what it does on the thread that asks for it: Moquette would wake a
   * thread for each message, to tell nobody of it.
   */
  public static void withoutThreads(BrokerInterceptor interceptor) {
    try {
      ThreadPoolExecutor pool =
          (ThreadPoolExecutor) field(BrokerInterceptor.class, "executor").get(interceptor);
      pool.setRejectedExecutionHandler((task, refusing) -> task.run());
      pool.shutdown();
    } catch (ReflectiveOperationException e) {
      throw unknown(BrokerInterceptor.class, "executor", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static void run(Method check, ScheduledExpirationService<?> service) {
    try {
      check.invoke(service);
    } catch (ReflectiveOperationException e) {
      // Logged and not thrown: a timer never runs a task again that threw.
      LOG.error("The message broker failed to expire what is due.", e);
    }
  }

  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  static IllegalStateException unknown(Class<?> owner, String field, Exception cause) {
    return new IllegalStateException(
        "This version of Moquette is unknown: it differs in "
            + owner.getSimpleName()
            + "."
            + field
            + ".",
        cause);
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
