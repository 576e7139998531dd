package io.kitproof.boards.kit;

import java.time.Duration;

/**
 * The publisher of the class of 2019 on the plain MQTT library, 04_publisher_mqtt (kits.md 1.4): as
 * {@link Publisher}, but it looks at its connection every 5 s and opens another when that is lost,
 * for ever. kits.md is silent about a press that could not be published: it is forgotten together
 * with the counters, so that the next connection can hear.
 */
final class ReconnectingPublisher implements Runnable {
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration BEFORE_RETRYING = Duration.ofSeconds(5);
  private static final Duration AFTER_LOSS = Duration.ofSeconds(40);

  private final Board board;
  private final Build build;
  private final WaitingPress press;
  private final Alternation messages;

  ReconnectingPublisher(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.messages = new Alternation(build);
    this.press = new WaitingPress(board.life(), build.quirks().blocks());
  }

  @Override
  public void run() {
    MqttStart.ofPublisher(board, build)
        .map(ip -> new Conversation(board, build, ip, (topic, payload) -> {}))
        .ifPresent(this::converseForEver);
  }

  private void converseForEver(Conversation cloud) {
    while (true) {
      cloud.beginAfresh();
      board.print(Transcript.OPENING);
      if (cloud.open()) {
        converse(cloud);
      } else {
        board.print(Transcript.NOT_OPENED);
        board.sleep(BEFORE_RETRYING);
      }
    }
  }

  private void converse(Conversation cloud) {
    Quirks quirks = build.quirks();
    board.onButton(quirks.button(), quirks.trigger(), press::pressed);
    board.print(Transcript.OPENED);
    publishUntilLost(cloud);
    board.ignoreButton(quirks.button());
    press.done();
    board.print(AwsTranscript.CLOSING);
    cloud.close();
    board.print(AwsTranscript.WAITING);
    board.sleep(AFTER_LOSS);
  }

  private void publishUntilLost(Conversation cloud) {
    boolean fine = true;
    while (fine) {
      boolean asked = press.await(POLL);
      fine = cloud.connected() && (!asked || publish(cloud));
      board.sleep(PAUSE);
    }
  }

  private boolean publish(Conversation cloud) {
    board.print(Transcript.PUBLISHING);
    boolean done = cloud.publish(messages::next);
    if (done) {
      messages.done();
      if (build.quirks().clearsProgress()) {
        press.done();
      }
    }
    board.print(done ? Transcript.PUBLISHED : Transcript.NOT_PUBLISHED);
    return done;
  }
}
