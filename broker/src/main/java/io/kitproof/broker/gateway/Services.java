package io.kitproof.broker.gateway;

import io.kitproof.broker.bus.TopicService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who serves the reserved topics; what nobody serves is refused. */
final class Services {

  private final List<TopicService> all = new CopyOnWriteArrayList<>();

  void add(TopicService service) {
    all.add(service);
  }

  /** The service that takes what is published to this reserved topic. */
  @Nullable TopicService of(String topic) {
    for (TopicService service : all) {
      if (service.takes(topic)) {
        return service;
      }
    }
    return null;
  }

  boolean offer(String filter) {
    return filter.startsWith(Presence.PREFIX) || all.stream().anyMatch(s -> s.offers(filter));
  }
}
