package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.store.Store;
import java.util.List;
import java.util.Optional;

/** Someone who publishes to the topics of one shadow and hears all its messages. */
final class Client {

  final Post post = new Post();
  final Watch clock = new Watch(1719853620);
  final Shadows shadows;

  private final String topic;

  Client(Store store, String topic) {
    this.shadows = Shadows.open(store, post, clock);
    this.topic = topic;
  }

  /** Of the classic shadow of "lamp". */
  static Client classic() {
    return new Client(Store.memory(), "$aws/things/lamp/shadow/");
  }

  /** The messages that follow, without the part of their topics that is the same for all. */
  List<String> ask(String operation, String payload) {
    shadows.received(Publication.of(topic + operation, payload.getBytes(UTF_8), 0), "kit", "cert");
    return post.take().stream().map(message -> message.replace(topic, "")).toList();
  }

  List<String> update(String payload) {
    return ask("update", payload);
  }

  /** What a GET over HTTP gives. */
  String got() {
    return new String(shadows.get("lamp", Optional.empty()), UTF_8);
  }

  /** The member "state" of it. */
  String state() {
    String got = got();
    return got.substring("{\"state\":".length(), got.indexOf(",\"metadata\":"));
  }

  /** The member "metadata" of it. */
  String metadata() {
    String got = got();
    int begin = got.indexOf(",\"metadata\":") + ",\"metadata\":".length();
    return got.substring(begin, got.lastIndexOf(",\"version\":"));
  }
}
