package io.kitproof.boards.kit;

import java.time.Duration;

/**
 * The subscriber of the class of 2019 on the plain MQTT library, 06_subscriber_mqtt (kits.md 1.4):
 * as {@link Subscriber}, but it looks at its connection every 5 s and opens another when that is
 * lost or nothing could be subscribed to, for ever.
 */
final class ReconnectingSubscriber implements Runnable {
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration BEFORE_RETRYING = Duration.ofSeconds(5);

  private final Board board;
  private final Build build;
  private final Bulb bulb;

  ReconnectingSubscriber(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.bulb = new Bulb(board, build);
  }

  @Override
  public void run() {
    MqttStart.ofSubscriber(board, build)
        .map(ip -> new Conversation(board, build, ip, (topic, payload) -> bulb.received(payload)))
        .ifPresent(this::converseForEver);
  }

  private void converseForEver(Conversation cloud) {
    while (true) {
      cloud.beginAfresh();
      board.print(Transcript.OPENING);
      if (cloud.open()) {
        board.print(Transcript.SUBSCRIBER_OPENED);
        converse(cloud);
      } else {
        board.print(Transcript.SUBSCRIBER_FAILED);
        board.sleep(BEFORE_RETRYING);
      }
    }
  }

  private void converse(Conversation cloud) {
    if (!build.quirks().subscribes() || subscribed(cloud)) {
      while (cloud.connected()) {
        board.sleep(POLL);
      }
    }
    board.print(AwsTranscript.CLOSING);
    cloud.close();
  }

  private boolean subscribed(Conversation cloud) {
    board.print(Transcript.SUBSCRIBING);
    boolean done = cloud.subscribe(build.mqtt().topic());
    board.print(done ? Transcript.SUBSCRIBED : Transcript.SUBSCRIBER_FAILED);
    return done;
  }
}
