package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.broker.bus.Bus;
import io.kitproof.broker.bus.Publication;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bus that keeps what is published. */
final class Post implements Bus {

  private final List<Publication> all = new CopyOnWriteArrayList<>();

  @Override
  public void publish(Publication publication) {
    all.add(publication);
  }

  List<Publication> all() {
    return all;
  }

  /** Everything since the last call, each as its topic, a blank and its payload. */
  List<String> take() {
    List<String> taken =
        all.stream().map(p -> p.topic() + " " + new String(p.payload(), UTF_8)).toList();
    all.clear();
    return taken;
  }
}
