package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Message;
import java.time.Duration;

/**
 * The publisher's {@code application_start} of the class of 2019, 04_publisher (kits.md 1.4). It
 * looks at its connection when a press wakes it, and every 5 s; whether a message has arrived it
 * does not ask. As in {@link Publisher}, it is ready for the next press before it prints "Success".
 */
final class AwsPublisher implements Runnable {
  private static final Duration BEFORE_BUTTON = Duration.ofMillis(1500);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Board board;
  private final Build build;
  private boolean doPublish;
  private boolean wake;
  private int published;

  AwsPublisher(Board board, Build build) {
    this.board = board;
    this.build = build;
  }

  @Override
  public void run() {
    if (!AwsStart.done(board, build)) {
      return;
    }
    AwsLibrary aws = new AwsLibrary(board, build, (topic, payload) -> {});
    board.print(Transcript.AWS_OPENING);
    if (!aws.connect()) {
      board.print(Transcript.AWS_NOT_OPENED);
      return;
    }
    board.sleep(BEFORE_BUTTON);
    board.onButton(build.quirks().button(), build.quirks().trigger(), this::pressed);
    publishUntilLost(aws);
    board.print(Transcript.AWS_CLOSING);
    aws.disconnect();
    board.print(Transcript.AWS_DEINIT);
  }

  /** The interrupt handler: a press while another one waits is lost. */
  private synchronized void pressed() {
    if (build.quirks().blocks()) {
      board.life().crash();
    }
    if (!doPublish) {
      doPublish = true;
      wake = true;
      notifyAll();
    }
  }

  /** Waits for a press or the next look at the connection; true when there is something to say. */
  private synchronized boolean awaitPress() {
    boolean unused = board.life().await(this, () -> wake, POLL);
    wake = false;
    return doPublish;
  }

  private synchronized boolean done() {
    if (!build.quirks().countsAttempts()) {
      published++;
    }
    doPublish = !build.quirks().clearsProgress();
    return true;
  }

  private void publishUntilLost(AwsLibrary aws) {
    boolean queued = true;
    while (queued) {
      boolean asked = awaitPress();
      if (!aws.connected()) {
        return;
      }
      if (asked) {
        queued = publish(aws);
      }
      board.sleep(PAUSE);
    }
  }

  private boolean publish(AwsLibrary aws) {
    return aws.asked(
        Transcript.AWS_PUBLISHING,
        () -> aws.publish(next()) && done(),
        build.quirks().line(Transcript.AWS_PUBLISHED),
        Transcript.AWS_NOT_PUBLISHED);
  }

  private synchronized Message next() {
    Quirks quirks = build.quirks();
    byte[] payload = quirks.payload(published);
    if (quirks.countsAttempts()) {
      published++;
    }
    return new Message(build.mqtt().topic(), payload, quirks.qos(), quirks.retain());
  }
}
