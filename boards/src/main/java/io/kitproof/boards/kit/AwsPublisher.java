package io.kitproof.boards.kit;

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
  private final WaitingPress press;
  private final Alternation messages;

  AwsPublisher(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.messages = new Alternation(build);
    this.press = new WaitingPress(board.life(), build.quirks().blocks());
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
    board.onButton(build.quirks().button(), build.quirks().trigger(), press::pressed);
    publishUntilLost(aws);
    board.print(Transcript.AWS_CLOSING);
    aws.disconnect();
    board.print(Transcript.AWS_DEINIT);
  }

  private boolean done() {
    messages.done();
    if (build.quirks().clearsProgress()) {
      press.done();
    }
    return true;
  }

  private void publishUntilLost(AwsLibrary aws) {
    boolean queued = true;
    while (queued) {
      boolean asked = press.await(POLL);
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
        () -> aws.publish(messages.next()) && done(),
        build.quirks().line(Transcript.AWS_PUBLISHED),
        Transcript.AWS_NOT_PUBLISHED);
  }
}
