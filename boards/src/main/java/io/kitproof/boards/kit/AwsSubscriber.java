package io.kitproof.boards.kit;

import java.time.Duration;

/**
 * The subscriber's {@code application_start} of the class of 2019, 06_subscriber (kits.md 1.4): it
 * looks at its connection every 2 s and ends when that is lost.
 */
final class AwsSubscriber implements Runnable {
  private static final Duration BEFORE_SUBSCRIBING = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(2);

  private final Board board;
  private final Build build;
  private final Bulb bulb;

  AwsSubscriber(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.bulb = new Bulb(board, build);
  }

  @Override
  public void run() {
    if (!AwsStart.done(board, build)) {
      return;
    }
    AwsLibrary aws = new AwsLibrary(board, build, this::received);
    board.print(Transcript.AWS_OPENING);
    if (!aws.connect()) {
      board.print(Transcript.AWS_NOT_OPENED);
      return;
    }
    board.sleep(BEFORE_SUBSCRIBING);
    if (build.quirks().subscribes() && subscribed(aws)) {
      while (aws.connected()) {
        board.sleep(POLL);
      }
    }
    board.print(Transcript.AWS_CLOSING);
    aws.disconnect();
    board.print(Transcript.AWS_DEINIT);
  }

  /** Whether the request is queued: what the broker answers, it does not ask. */
  private boolean subscribed(AwsLibrary aws) {
    String topic = build.mqtt().topic();
    return aws.asked(
        Transcript.AWS_SUBSCRIBING.formatted(topic),
        () -> aws.subscribe(topic),
        Transcript.AWS_SUBSCRIBED,
        Transcript.AWS_NOT_SUBSCRIBED);
  }

  private void received(String topic, byte[] payload) {
    board.print(Transcript.AWS_PAYLOAD.formatted(topic));
    bulb.received(payload);
  }
}
