package io.kitproof.boards.kit;

/**
 * The subscriber's {@code application_start} of WICED 4.1 and of the class of 2017 (kits.md 1.2),
 * bugs included.
 */
final class Subscriber implements Runnable {
  private final Board board;
  private final Build build;
  private final Bulb bulb;

  Subscriber(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.bulb = new Bulb(board, build);
  }

  @Override
  public void run() {
    MqttStart.ofSubscriber(board, build)
        .map(ip -> new Conversation(board, build, ip, (topic, payload) -> bulb.received(payload)))
        .ifPresent(this::converse);
  }

  private void converse(Conversation cloud) {
    board.print(Transcript.OPENING);
    if (!cloud.open()) {
      board.print(Transcript.SUBSCRIBER_FAILED);
      return;
    }
    board.print(Transcript.SUBSCRIBER_OPENED);
    if (!build.quirks().subscribes()) {
      return;
    }
    board.print(Transcript.SUBSCRIBING);
    board.print(
        cloud.subscribe(build.mqtt().topic())
            ? Transcript.SUBSCRIBED
            : Transcript.SUBSCRIBER_FAILED);
    // From here on the library's thread does everything; it never learns of a lost connection.
  }
}
