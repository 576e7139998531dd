package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When answers come, and in which order. */
@Timeout(60)
class OrderTest {

  private static final String LAMP = "$aws/things/lamp/shadow/";
  private static final byte[] NOTHING_NEW = "{\"state\":{}}".getBytes(UTF_8);

  private final SlowStore slow = new SlowStore();

  @Test
  void nothing_is_answered_before_it_is_kept() {
    Client client = new Client(slow, LAMP);

    assertThat(client.update("{\"state\":{\"desired\":{\"a\":1}}}")).isEmpty();
    assertThat(client.ask("get", "")).isEmpty();
    assertThat(client.ask("delete", "")).isEmpty();
    assertThat(client.update("{}")).isEmpty();

    slow.keep();
    assertThat(client.post.take().stream().map(m -> m.replaceAll(" .*", "").replace(LAMP, "")))
        .containsExactly(
            "update/accepted",
            "update/documents",
            "update/delta",
            "get/accepted",
            "delete/accepted",
            "update/rejected");
  }

  @Test
  void http_waits_until_it_is_kept() throws Exception {
    Client client = new Client(slow, LAMP);

    CompletableFuture<byte[]> answer =
        CompletableFuture.supplyAsync(
            () -> client.shadows.update("lamp", Optional.empty(), NOTHING_NEW));
    slow.awaitChange();

    assertThat(answer).isNotDone();
    slow.keep();
    assertThat(answer.get(20, TimeUnit.SECONDS)).asString(UTF_8).startsWith("{\"state\":{}");
  }

  @Test
  void eleventh_request_in_flight_of_a_thing_on_a_connection_is_refused() {
    Client client = new Client(slow, LAMP);
    for (int i = 0; i < 10; i++) {
      assertThat(client.update("{\"state\":{}}")).isEmpty();
    }

    assertThat(client.update("{\"state\":{},\"clientToken\":\"t11\"}"))
        .containsExactly(
            "update/rejected {\"code\":429,\"message\":\"Too Many Requests\","
                + "\"clientToken\":\"t11\"}");
    assertThat(client.ask("get", "no token"))
        .containsExactly("get/rejected {\"code\":429,\"message\":\"Too Many Requests\"}");
  }

  @Test
  void request_of_another_connection_or_to_another_thing_has_its_own_count() {
    Client client = new Client(slow, LAMP);
    for (int i = 0; i < 10; i++) {
      assertThat(client.update("{\"state\":{}}")).isEmpty();
    }

    client.shadows.received(Publication.of(LAMP + "get", new byte[0], 0), "other kit", "cert");
    client.shadows.received(
        Publication.of(LAMP.replace("lamp", "bell") + "get", new byte[0], 0), "kit", "cert");

    assertThat(client.post.take()).isEmpty();
  }

  @Test
  void request_may_come_again_once_those_before_are_answered() {
    Client client = new Client(slow, LAMP);
    for (int i = 0; i < 12; i++) {
      client.update("{\"state\":{}}");
    }
    slow.keep();
    client.post.take();

    for (int i = 0; i < 10; i++) {
      assertThat(client.update("{\"state\":{}}")).isEmpty();
    }
    slow.keep();
    assertThat(client.post.take()).hasSize(20);
  }

  @Test
  void requests_of_one_shadow_from_many_threads_are_served_one_after_the_other() throws Exception {
    Client client = Client.classic();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Void>> tasks =
        IntStream.range(0, 4)
            .<Callable<Void>>mapToObj(
                thread ->
                    () -> {
                      for (int i = 0; i < 500; i++) {
                        client.shadows.received(
                            Publication.of(LAMP + "update", NOTHING_NEW, 0), "kit" + thread, "c");
                      }
                      return null;
                    })
            .toList();
    for (Future<Void> done : threads.invokeAll(tasks)) {
      done.get();
    }
    threads.shutdown();

    List<String> expected =
        IntStream.rangeClosed(1, 2000)
            .boxed()
            .flatMap(version -> Stream.of("accepted " + version, "documents " + version))
            .toList();
    assertThat(
            client.post.take().stream()
                .map(m -> m.replaceFirst(".*/(\\w+) .*\"version\":(\\d+)\\D.*", "$1 $2")))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void subscriber_that_asks_again_while_it_is_told_is_served_after_that() {
    Post post = new Post();
    Shadows[] shadows = new Shadows[1];
    Bus answering =
        publication -> {
          post.publish(publication);
          if (publication.topic().endsWith("/delta")) {
            shadows[0].received(
                Publication.of(
                    LAMP + "update", "{\"state\":{\"desired\":null}}".getBytes(UTF_8), 0),
                "kit",
                "cert");
          }
        };
    shadows[0] = Shadows.open(Store.memory(), answering, Clock.systemUTC());

    shadows[0].received(
        Publication.of(LAMP + "update", "{\"state\":{\"desired\":{\"a\":1}}}".getBytes(UTF_8), 0),
        "kit",
        "cert");

    assertThat(post.take().stream().map(m -> m.replaceAll(" .*", "").replace(LAMP, "")))
        .containsExactly(
            "update/accepted",
            "update/documents",
            "update/delta",
            "update/accepted",
            "update/documents");
  }

  @Test
  void nobody_is_told_while_the_shadow_is_locked() {
    Post post = new Post();
    Shadows[] shadows = new Shadows[1];
    Bus asking =
        publication -> {
          post.publish(publication);
          if (publication.topic().endsWith("/update/accepted")) {
            // Would wait for ever for a lock of ours; what it asks for comes after we are done.
            CompletableFuture.runAsync(
                    () ->
                        shadows[0].received(
                            Publication.of(LAMP + "get", new byte[0], 0), "other", "cert"))
                .join();
          }
        };
    shadows[0] = Shadows.open(Store.memory(), asking, Clock.systemUTC());

    shadows[0].received(Publication.of(LAMP + "update", NOTHING_NEW, 0), "kit", "cert");

    assertThat(post.all())
        .extracting(Publication::topic)
        .containsExactly(
            LAMP + "update/accepted", LAMP + "update/documents", LAMP + "get/accepted");
  }

  @Test
  void other_shadows_are_served_while_somebody_is_slow_to_listen() throws Exception {
    CountDownLatch listening = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    Post post = new Post();
    Bus bus =
        publication -> {
          if (publication.topic().equals(LAMP + "update/accepted")) {
            listening.countDown();
            awaitQuietly(enough);
          }
          post.publish(publication);
        };
    Shadows shadows = Shadows.open(Store.memory(), bus, Clock.systemUTC());

    CompletableFuture<Void> slowOne =
        CompletableFuture.runAsync(
            () -> shadows.received(Publication.of(LAMP + "update", NOTHING_NEW, 0), "kit", "cert"));
    listening.await();
    for (int i = 0; i < 200; i++) {
      shadows.received(
          Publication.of("$aws/things/bell" + i + "/shadow/update", NOTHING_NEW, 0), "b", "cert");
    }

    // Only what shares a lane with the lamp has to wait, and even that does not block its sender.
    assertThat(post.all()).hasSizeGreaterThan(2 * 150);
    enough.countDown();
    slowOne.get();
    assertThat(post.all()).hasSize(2 * 201);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void message_that_cannot_go_out_does_not_hold_up_the_next() {
    Post post = new Post();
    Bus failing =
        publication -> {
          if (publication.topic().endsWith("/accepted")) {
            throw new IllegalStateException("The broker is going down.");
          }
          post.publish(publication);
        };
    Shadows shadows = Shadows.open(Store.memory(), failing, Clock.systemUTC());

    shadows.received(Publication.of(LAMP + "update", NOTHING_NEW, 0), "kit", "cert");

    assertThat(post.all())
        .extracting(Publication::topic)
        .containsExactly(LAMP + "update/documents");
  }

  @Test
  void store_that_fails_is_an_internal_failure() {
    Client client = new Client(slow, LAMP);

    slow.close();

    assertThat(client.update("{\"state\":{},\"clientToken\":\"t\"}")).isEmpty();
    slow.keep();
    assertThat(client.post.take())
        .containsExactly(
            LAMP
                + "update/rejected {\"code\":500,\"message\":\"Internal service failure\","
                + "\"clientToken\":\"t\"}");
  }
}
