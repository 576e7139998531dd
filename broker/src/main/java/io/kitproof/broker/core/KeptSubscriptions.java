package io.kitproof.broker.core;

import io.kitproof.broker.store.Table;
import io.moquette.broker.ISubscriptionsRepository;
import io.moquette.broker.subscriptions.ShareName;
import io.moquette.broker.subscriptions.SharedSubscription;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.SubscriptionIdentifier;
import io.moquette.broker.subscriptions.Topic;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What persistent sessions have subscribed to, by client, name of the share and filter. */
final class KeptSubscriptions implements ISubscriptionsRepository {

  private static final int NO_IDENTIFIER = -1;

  private final Table table;
  private final KeptSessions sessions;

  KeptSubscriptions(Table table, KeptSessions sessions) {
    this.table = table;
    this.sessions = sessions;
  }

  /** All of them, the name of a share empty where there is none; without those left over. */
  List<Subscription> restore() {
    List<Subscription> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : table.after("")) {
      String[] key = entry.getKey().split("\0", -1);
      if (sessions.has(key[0])) {
        all.add(subscription(key, entry.getValue()));
      } else {
        table.remove(entry.getKey());
      }
    }
    return all;
  }

  private static Subscription subscription(String[] key, byte[] bytes) {
    return Bytes.read(
        bytes,
        in -> {
          MqttQoS qos = MqttQoS.valueOf(in.readByte());
          MqttSubscriptionOption option =
              new MqttSubscriptionOption(
                  qos,
                  in.readBoolean(),
                  in.readBoolean(),
                  RetainedHandlingPolicy.valueOf(in.readByte()));
          int identifier = in.readInt();
          return new Subscription(
              key[0],
              new Topic(key[2]),
              option,
              key[1],
              identifier == NO_IDENTIFIER ? null : new SubscriptionIdentifier(identifier));
        });
  }

  private void put(
      String client,
      String share,
      String filter,
      MqttSubscriptionOption option,
      @Nullable SubscriptionIdentifier identifier) {
    if (!sessions.has(client)) {
      return; // ends with its connection
    }
    table.put(
        key(client, share, filter),
        Bytes.of(
            out -> {
              out.writeByte(option.qos().value());
              out.writeBoolean(option.isNoLocal());
              out.writeBoolean(option.isRetainAsPublished());
              out.writeByte(option.retainHandling().value());
              out.writeInt(identifier == null ? NO_IDENTIFIER : identifier.value());
            }));
  }

  private static String key(String client, String share, String filter) {
    return client + '\0' + share + '\0' + filter;
  }

  @Override
  public void addNewSubscription(Subscription subscription) {
    put(
        subscription.getClientId(),
        "",
        subscription.getTopicFilter().toString(),
        subscription.option(),
        subscription.hasSubscriptionIdentifier() ? subscription.getSubscriptionIdentifier() : null);
  }

  @Override
  public void addNewSharedSubscription(
      String client, ShareName share, Topic filter, MqttSubscriptionOption option) {
    put(client, share.getShareName(), filter.toString(), option, null);
  }

  @Override
  public void addNewSharedSubscription(
      String client,
      ShareName share,
      Topic filter,
      MqttSubscriptionOption option,
      SubscriptionIdentifier identifier) {
    put(client, share.getShareName(), filter.toString(), option, identifier);
  }

  @Override
  public void removeSubscription(String filter, String client) {
    table.remove(key(client, "", filter));
  }

  @Override
  public void removeSharedSubscription(String client, ShareName share, Topic filter) {
    table.remove(key(client, share.getShareName(), filter.toString()));
  }

  @Override
  public void removeAllSharedSubscriptions(String client) {
    String prefix = client + '\0';
    for (Map.Entry<String, byte[]> entry : table.after(prefix)) {
      if (!entry.getKey().startsWith(prefix)) {
        return;
      }
      if (entry.getKey().charAt(prefix.length()) != '\0') {
        table.remove(entry.getKey());
      }
    }
  }

  /** None: they are made anew once their sessions are there, see {@link #restore}. */
  @Override
  public Set<Subscription> listAllSubscriptions() {
    return Set.of();
  }

  @Override
  public Collection<SharedSubscription> listAllSharedSubscription() {
    return List.of();
  }
}
