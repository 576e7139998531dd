package io.moquette.broker;

import io.moquette.broker.subscriptions.ISubscriptionsDirectory;
import io.moquette.interception.BrokerInterceptor;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Routes as AWS IoT does where Moquette differs: a retained message of QoS 0 is kept, and a PUBACK
 * goes out only when the message is in the queue of every subscriber.
 */
final class AwsPostOffice extends PostOffice {

  private final KeptMessages kept;
  private final SturdyLoops loops;

  AwsPostOffice(
      ISubscriptionsDirectory subscriptions,
      KeptMessages kept,
      SessionRegistry sessions,
      ISessionsRepository repository,
      BrokerInterceptor interceptor,
      Authorizator authorizator,
      SturdyLoops loops,
      Clock clock) {
    super(
        subscriptions,
        kept,
        sessions,
        repository,
        interceptor,
        authorizator,
        loops,
        clock,
        MqttQoS.AT_LEAST_ONCE);
    this.kept = kept;
    this.loops = loops;
  }

  @Override
  CompletableFuture<Void> receivedPublishQos0(
      @Nullable MQTTConnection connection,
      @Nullable String user,
      String clientId,
      MqttPublishMessage message,
      Instant expiry) {
    return route(connection, clientId, message, expiry, () -> {});
  }

  @Override
  RoutingResults receivedPublishQos1(
      MQTTConnection connection,
      @Nullable String user,
      int messageId,
      MqttPublishMessage message,
      Instant expiry) {
    var unused =
        route(
            connection,
            connection.getClientId(),
            message,
            expiry,
            () -> connection.sendPubAck(messageId));
    // Done as far as Moquette's own count of what is unacknowledged goes, which no lock guards: the
    // gateway counts for itself.
    return new RoutingResults(List.of(), List.of(), CompletableFuture.completedFuture(null));
  }

  /** Routes a message of the cloud's own, on the calling thread. Takes over one reference. */
  void publish(MqttPublishMessage message, Instant expiry) {
    var unused = route(null, "", message, expiry, () -> {});
  }

  private CompletableFuture<Void> route(
      @Nullable MQTTConnection connection,
      String publisher,
      MqttPublishMessage message,
      Instant expiry,
      Runnable routed) {
    message.retain();
    long lost = loops.lost();
    // Moquette's way for QoS 0 asks for no acknowledgement and routes with the message's own QoS.
    CompletableFuture<Void> done =
        super.receivedPublishQos0(connection, null, publisher, message, expiry);
    if (loops.lost() != lost) {
      message.release();
      return done; // no room for it somewhere: without a PUBACK the client sends it again
    }
    return done.thenRun(
        () -> {
          if (message.fixedHeader().isRetain()) {
            kept.take(message, expiry);
          }
          message.release();
          routed.run();
        });
  }
}
