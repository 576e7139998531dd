package io.kitproof.boards.kit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The publisher's {@code application_start} of WICED 4.1 and of the class of 2017 (kits.md 1.1),
 * bugs included. Where the source prints first and then becomes ready, this becomes ready first: on
 * a kit a line takes milliseconds to reach its reader, so that whoever has read "Success" may
 * press.
 */
final class Publisher implements Runnable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration BEFORE_REOPENING = Duration.ofSeconds(2);

  private final Board board;
  private final Build build;
  private final AtomicBoolean inProgress = new AtomicBoolean();
  private final Semaphore wake = new Semaphore(0);
  private final Alternation messages;

  Publisher(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.messages = new Alternation(build);
  }

  @Override
  public void run() {
    MqttStart.ofPublisher(board, build)
        .map(ip -> new Conversation(board, build, ip, (topic, payload) -> {}))
        .ifPresent(this::converse);
  }

  private void converse(Conversation cloud) {
    board.print(Transcript.OPENING);
    while (cloud.open()) {
      board.onButton(build.quirks().button(), build.quirks().trigger(), this::pressed);
      board.print(build.quirks().line(Transcript.OPENED));
      publishUntilFailure(cloud);
      board.print(Transcript.CLOSING);
      cloud.close();
      board.sleep(BEFORE_REOPENING);
      board.print(Transcript.OPENING);
    }
    board.print(Transcript.NOT_OPENED);
    board.print(Transcript.DEINIT);
    cloud.deinit();
  }

  /** The interrupt handler: a press during a publish is lost; nothing runs until it is over. */
  private void pressed() {
    if (build.quirks().blocks()) {
      board.life().crash();
    }
    if (inProgress.compareAndSet(false, true)) {
      wake.release();
    }
  }

  /** A failure leaves the flag set, so that from then on every press is lost; later fixed. */
  private void publishUntilFailure(Conversation cloud) {
    while (true) {
      board.life().acquire(wake);
      board.print(Transcript.PUBLISHING);
      Quirks quirks = build.quirks();
      if (!cloud.publish(messages::next)) {
        board.print(Transcript.NOT_PUBLISHED);
        if (quirks.recovers()) {
          inProgress.set(false);
        }
        return;
      }
      messages.done();
      if (quirks.clearsProgress()) {
        inProgress.set(false);
      }
      board.print(Transcript.PUBLISHED);
      board.sleep(PAUSE);
    }
  }
}
