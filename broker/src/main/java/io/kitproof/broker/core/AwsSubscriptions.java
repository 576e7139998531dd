package io.kitproof.broker.core;

import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import java.util.List;

/**
 * Moquette's directory of subscriptions, but {@code sensor/#} does not match {@code sensor} (facts
 * of AWS IoT 2.1).
 */
public final class AwsSubscriptions extends CTrieSubscriptionDirectory {

  @Override
  public List<Subscription> matchWithoutQosSharpening(Topic topic) {
    List<Subscription> matching = super.matchWithoutQosSharpening(topic);
    for (Subscription subscription : matching) {
      if (isParent(topic, subscription)) {
        return matching.stream().filter(s -> !isParent(topic, s)).toList();
      }
    }
    return matching;
  }

  private static boolean isParent(Topic topic, Subscription subscription) {
    Topic filter = subscription.getTopicFilter();
    return filter.getTokens().size() == topic.getTokens().size() + 1
        && filter.toString().endsWith("/#");
  }
}
