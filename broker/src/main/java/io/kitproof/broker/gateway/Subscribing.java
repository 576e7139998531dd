package io.kitproof.broker.gateway;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscribePayload;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client subscribes to: policy and limits for each filter, and the answers, in which the
 * core only knows of what it was told.
 */
final class Subscribing {

  private static final int MAX_SUBSCRIPTIONS = 50;
  private static final int FAILURE = 0x80;
  private static final int NOT_AUTHORIZED = 0x87;
  private static final int QUOTA_EXCEEDED = 0x97;
  private static final int ASKED = -1;

  private final Connection connection;
  private final Grants grants;
  private final Presence presence;

  /** What the core has not answered yet, oldest first; it answers in order. */
  private final Deque<Request> requests = new ArrayDeque<>();

  /** The filters of one packet and what they get; {@link #ASKED} is for the core to say. */
  private record Request(List<String> filters, int[] codes) {}

  Subscribing(Connection connection, Grants grants, Presence presence) {
    this.connection = connection;
    this.grants = grants;
    this.presence = presence;
  }

  /** Why the connection is to be closed for it: MQTT 3.1.1 has no other way to say no. */
  @Nullable Refusal denied(MqttSubscribeMessage subscribe) {
    if (connection.mqtt5()) {
      return null;
    }
    for (MqttTopicSubscription subscription : subscribe.payload().topicSubscriptions()) {
      String filter = subscription.topicFilter();
      if (!allowed(filter)) {
        return Refusal.denied("a SUBSCRIBE of \"" + filter + "\"", Action.SUBSCRIBE);
      }
    }
    return null;
  }

  /** What of it the core is to see; null if there is nothing, then {@link #refused} answers. */
  @Nullable MqttSubscribeMessage asked(MqttSubscribeMessage subscribe) {
    List<MqttTopicSubscription> all = subscribe.payload().topicSubscriptions();
    List<MqttTopicSubscription> passed = new ArrayList<>(all.size());
    int[] codes = codes(all);
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == ASKED) {
        passed.add(withoutRetainedForWildcards(all.get(i)));
      }
    }
    if (passed.isEmpty()) {
      return null;
    }
    requests.add(new Request(Words.filters(subscribe), codes));
    return new MqttSubscribeMessage(
        subscribe.fixedHeader(),
        new MqttMessageIdAndPropertiesVariableHeader(
            subscribe.variableHeader().messageId(), MqttProperties.NO_PROPERTIES),
        new MqttSubscribePayload(passed));
  }

  MqttSubAckMessage refused(MqttSubscribeMessage subscribe) {
    return suback(
        subscribe.variableHeader().messageId(), codes(subscribe.payload().topicSubscriptions()));
  }

  private int[] codes(List<MqttTopicSubscription> all) {
    int[] codes = new int[all.size()];
    int count = connection.stay().subscriptions().size();
    for (int i = 0; i < codes.length; i++) {
      String filter = all.get(i).topicFilter();
      boolean anew = !connection.stay().subscriptions().containsKey(filter);
      if (!allowed(filter)) {
        codes[i] = NOT_AUTHORIZED;
      } else if (anew && ++count > MAX_SUBSCRIPTIONS) {
        codes[i] = connection.mqtt5() ? QUOTA_EXCEEDED : FAILURE;
      } else {
        codes[i] = ASKED;
      }
    }
    return codes;
  }

  private boolean allowed(String filter) {
    return grants.allows(Action.SUBSCRIBE, Topics.inPolicies(filter));
  }

  private static MqttTopicSubscription withoutRetainedForWildcards(MqttTopicSubscription asked) {
    if (!Topics.hasWildcard(asked.topicFilter())) {
      return asked;
    }
    MqttSubscriptionOption option = asked.option();
    return new MqttTopicSubscription(
        asked.topicFilter(),
        new MqttSubscriptionOption(
            option.qos(),
            option.isNoLocal(),
            option.isRetainAsPublished(),
            RetainedHandlingPolicy.DONT_SEND_AT_SUBSCRIBE));
  }

  void asked(MqttUnsubscribeMessage unsubscribe) {
    requests.add(new Request(unsubscribe.payload().topics(), new int[0]));
  }

  /** The whole answer to the oldest SUBSCRIBE. */
  MqttSubAckMessage granted(MqttSubAckMessage fromCore) {
    Request request = requests.remove();
    int[] codes = request.codes();
    List<String> granted = new ArrayList<>(codes.length);
    int next = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == ASKED) {
        codes[i] = fromCore.payload().reasonCodes().get(next++);
        if (codes[i] < FAILURE) {
          granted.add(request.filters().get(i));
          connection.stay().subscriptions().put(request.filters().get(i), codes[i]);
        }
      }
    }
    presence.subscribed(connection, granted);
    return suback(fromCore.variableHeader().messageId(), codes);
  }

  /** The answer to the oldest UNSUBSCRIBE, of which the core says too little. */
  MqttUnsubAckMessage gone(MqttUnsubAckMessage fromCore) {
    Request request = requests.remove();
    request.filters().forEach(connection.stay().subscriptions()::remove);
    presence.unsubscribed(connection, request.filters());
    List<Short> codes = Collections.nCopies(request.filters().size(), (short) 0);
    return new MqttUnsubAckMessage(
        fromCore.fixedHeader(),
        new MqttMessageIdAndPropertiesVariableHeader(
            fromCore.variableHeader().messageId(), MqttProperties.NO_PROPERTIES),
        new MqttUnsubAckPayload(connection.mqtt5() ? codes : List.of()));
  }

  private static MqttSubAckMessage suback(int messageId, int[] codes) {
    return new MqttSubAckMessage(
        new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
        MqttMessageIdVariableHeader.from(messageId),
        new MqttSubAckPayload(codes));
  }
}
